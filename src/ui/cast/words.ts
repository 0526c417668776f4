import { castWords, HOUSES, type House } from '../messages/cast.ts';
import { part } from '../messages/part.ts';

export const words = part(castWords, 'cast');

/** What a machine is for; '' of one the standard world does not have. */
export const captionOf = (id: string): string => words.captions[houseOf(id)][id] ?? '';
/** With whom it belongs: somebody nobody has introduced lives elsewhere. */
export const houseOf = (id: string): House =>
  HOUSES.find((house) => Object.hasOwn(words.captions[house], id)) ?? 'elsewhere';
