import { compareWords } from '../messages/compare.ts';
import { part } from '../messages/part.ts';

export const words = part(compareWords, 'compare');
export const section = (rfc: string): string => {
  const [number = '', at = ''] = rfc.split('#');
  return words.rfc(number, at);
};
