import { en, type Messages } from './en.ts';
import { translated } from './language.ts';

const messages: Messages = translated(en, 'main');

/** The words of the language chosen when the page was opened. */
export const useMessages = (): Messages => messages;
/** The same, where nothing is drawn. */
export const messagesNow = (): Messages => messages;
