// Every misconception by its number: M01 to M60. Some show in what is typed, some only in what is answered.
import { imapSlips } from './imap.ts';
import { journeyBeliefs } from './journey.ts';
import { loginSlips } from './login.ts';
import type { Misconception } from './misconception.ts';
import { pop3Slips } from './pop3.ts';
import { smtpSlips } from './smtp.ts';

export const misconceptions: readonly Misconception[] = [
  ...smtpSlips,
  ...loginSlips,
  ...journeyBeliefs,
  ...pop3Slips,
  ...imapSlips,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
export const misconceptionCalled = (id: string): Misconception | undefined =>
  misconceptions.find((it) => it.id === id);
