// Words of what is shown after the first reply, if at all: they come with it.
import { reasonsEn } from '../../course/reasons.ts';
import type { Translated, Words } from './catalogue.ts';
import { doubtMessages } from './doubt.ts';
import { glassesMessages } from './glasses.ts';
import { translated } from './language.ts';
import { lessonMessages } from './lesson.ts';
import { credentialMessages, messageMessages } from './message.ts';
import { askMessages, noticesMessages } from './notices.ts';
import { storyMessages } from './story.ts';

const lateEn = {
  lesson: lessonMessages,
  reasons: reasonsEn,
  message: messageMessages,
  credential: credentialMessages,
  glasses: glassesMessages,
  story: storyMessages,
  notices: noticesMessages,
  ask: askMessages,
  doubt: doubtMessages,
} as const satisfies Words;

export type LateMessages = Translated<typeof lateEn>;
const messages: LateMessages = translated(lateEn, 'late');

/** As `messagesNow`, where nothing is drawn. */
export const lateMessagesNow = (): LateMessages => messages;
/** As `useMessages`, for the components that come late themselves. */
export const useLateMessages = (): LateMessages => messages;
