import { part } from '../messages/part.ts';
import { timeMessages } from '../messages/time.ts';

export const words = part(timeMessages, 'time');
