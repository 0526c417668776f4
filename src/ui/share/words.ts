import { part } from '../messages/part.ts';
import { shareWords } from '../messages/share.ts';

export const words = part(shareWords, 'share');
