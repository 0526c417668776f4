import { part } from '../messages/part.ts';
import { queueWords } from '../messages/queue.ts';

export const words = part(queueWords, 'queue');
