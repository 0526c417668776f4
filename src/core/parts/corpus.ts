import { corpus } from '../scenario/letters/corpus.ts';
import { COLLECTIONS } from '../store/body.ts';

COLLECTIONS.put('corpus', corpus);
