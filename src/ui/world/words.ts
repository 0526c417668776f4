import { part } from '../messages/part.ts';
import { worldWords } from '../messages/world.ts';

export const words = part(worldWords, 'world');
