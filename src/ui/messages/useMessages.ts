import { en, type Messages } from './en.ts';
import { translated } from './language.ts';
import { pseudo } from './pseudo.ts';

const messages = translated<Messages>(en, () => pseudo(en));

/** The words of the language chosen when the page was opened. */
export const useMessages = (): Messages => messages;
/** The same, where nothing is drawn. */
export const messagesNow = (): Messages => messages;
