import { bytesMessages } from '../messages/bytes.ts';
import { part } from '../messages/part.ts';

export const words = part(bytesMessages, 'bytes');
