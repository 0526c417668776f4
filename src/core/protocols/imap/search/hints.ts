// What the console offers while a search is being typed.
import { SEARCH_KEYS } from './grammar.ts';
import { SORT_KEYS } from './sort.ts';
import { THREAD_ALGORITHMS } from './thread.ts';

/** By the names of arguments. */
export const searchHints: Readonly<Record<string, readonly string[]>> = {
  'search-key': SEARCH_KEYS,
  'sort-key': SORT_KEYS.map((key) => `(${key})`),
  'thread-algorithm': THREAD_ALGORITHMS,
  charset: ['UTF-8', 'US-ASCII', 'ISO-8859-1'],
};
