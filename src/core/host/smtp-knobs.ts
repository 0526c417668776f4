// What an administrator decides about mail that comes in.
import { amount, choice, flag, texts, written } from './knobs.ts';
import { rejections } from './rejection.ts';
import { SENDING_KNOBS } from './sending-knobs.ts';

const DAY = 86_400;

export const SMTP_KNOBS = {
  /** `none`: this host takes no mail at all, and says so in its greeting. */
  mail: choice<'taken' | 'none'>('taken', ['none'], '7504#3'),
  /** Seconds before the greeting. */
  greetingDelay: amount(0, 0, 300, '5321#4.3.1'),
  /** Does it know EHLO? A host that does not has no extensions either. */
  esmtp: flag(true, '5321#2.2.1'),
  /** Extensions, by keyword, that this host does not know. */
  capsHide: texts('5321#2.2.1'),
  /** Extensions, by keyword, that few servers know and this one does. */
  capsShow: texts('5321#2.2.1'),
  /** What becomes of the eighth bit of a letter where nobody asked for 8BITMIME. */
  eighthBit: choice<'kept' | 'cleared'>('kept', ['cleared'], '5321#2.4'),
  /** A bare LF counts as a line end within a letter, and LF . LF ends it. */
  lfTolerant: flag(false, '5321#2.3.8'),
  /** `MAIL FROM: <a@b>`: a space after the colon. */
  looseSpace: flag(false, '5321#3.3'),
  /** `MAIL FROM:a@b`: a path without brackets. */
  looseBrackets: flag(false, '5321#4.1.1.2'),
  /** A hello with something that is no name of a machine. */
  looseHello: flag(false, '5321#4.1.1.1'),
  /** Octets of a letter, at most. */
  maxSize: amount(10_485_760, 65_536, 104_857_600, '1870#3'),
  /** Recipients of a letter, at most. */
  maxRecipients: amount(100, 1, 10_000, '5321#4.5.3.1.8'),
  /** Seconds, at least, in which a letter can be promised to be delivered or returned; 0: that is not said beforehand. */
  leastBy: amount(0, 0, 999_999_999, '2852#3'),
  /** Seconds, at most, for which a letter of a user is held before it goes out. */
  holdFor: amount(30 * DAY, 1, 999_999_999, '4865#3'),
  /** Octets of a user's mail for whom nothing else was decided, at most; 0: any number. */
  quota: amount(0, 0, 2 ** 40, '3463#3.3'),
  /** What a sender is told when a mailbox is full: to come again, or that this was it. */
  overQuota: choice<'later' | 'never'>('later', ['never'], '3463#3.3'),
  /** No room for another letter, whoever it is for. */
  diskFull: flag(false, '3463#3.4'),
  /** Seconds a stranger is put off the first time; 0: nobody is. */
  greylist: amount(0, 0, DAY, '6647#2.1'),
  greylistCode: choice<'450' | '451'>('450', ['451'], '6647#2.1'),
  /** A letter with one of these in it is refused: `casino`, `lotter* winner`, or with words of one's own: `casino -> 451 4.7.1 Not now`. */
  reject: rejections,
  /** `accept`: mail for nobody is taken all the same, and returned afterwards. */
  unknownUser: choice<'refuse' | 'accept'>('refuse', ['accept'], '5321#3.3'),
  /** Who has moved and left an address: mail is sent on in silence, or the sender is told, or has to write there himself. */
  moved: choice<'forward' | 'announce' | 'refuse'>('forward', ['announce', 'refuse'], '5321#3.4'),
  /** Letters in one session, at most; 0: any number. */
  maxTransactions: amount(0, 0, 10_000, '5321#7.8'),
  /** `open`: mail from anybody to anybody is passed on. */
  relay: choice<'closed' | 'open'>('closed', ['open'], '5321#7.9'),
  /** Domains whose mail it takes to pass it on. */
  relayFor: texts('5321#5.1'),
  /** Addresses and networks (`192.0.2.0/24`) of customers: their mail is passed on, wherever it goes. */
  relayFrom: written(
    /^[\d.]+(?:\/\d{1,2})?$|^[\dA-Fa-f:.]*:[\dA-Fa-f:.]*(?:\/\d{1,3})?$/,
    'a list of addresses and networks, like 192.0.2.0/24',
    '5321#7.9',
  ),
  relayCode: choice<'550' | '554'>('550', ['554'], '5321#3.6.2'),
  /** `open`: VRFY and EXPN say who is here. */
  verify: choice<'guarded' | 'open'>('guarded', ['open'], '5321#7.3'),
  /** The directory cannot be asked: nobody can log in at the moment. */
  authDown: flag(false, '4954#6'),
  /** `silence`: it takes the letter and never says so; `drop`: it hangs up then. */
  afterDot: choice<'answer' | 'scan' | 'silence' | 'drop'>('answer', ['scan', 'silence', 'drop'], '1047'),
  ...SENDING_KNOBS,
} as const;
