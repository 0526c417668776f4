import { readerOf } from '../machine/reader.ts';
import { part } from '../messages/part.ts';
import { referenceWords } from '../messages/reference.ts';

export const words = part(referenceWords, 'reference');
export const section = (rfc: string): string => {
  const [number = '', at = ''] = rfc.split('#');
  return words.rfc(number, at);
};
export const titleOf = (protocol: string): string => readerOf(protocol)?.title ?? protocol;
