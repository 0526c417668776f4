import { part } from '../messages/part.ts';
import { presentMessages } from '../messages/present.ts';

export const words = part(presentMessages, 'present');
