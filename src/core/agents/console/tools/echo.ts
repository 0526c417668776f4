import { unescape } from '../escapes.ts';
import type { Filter } from '../filter.ts';

/** As bash's: a word that is not wholly made of n, e and E is text. */
export const echo: Filter = {
  waits: () => false,
  run(args) {
    const from = args.findIndex((arg) => !/^-[neE]+$/.test(arg));
    const words = from < 0 ? [] : args.slice(from);
    const flags = args.slice(0, from < 0 ? args.length : from).join('');
    const text = words.join(' ');
    const end = flags.includes('n') ? '' : '\n';
    if (flags.lastIndexOf('e') <= flags.lastIndexOf('E')) return { out: text + end };
    const { out, stop } = unescape(text, 'text');
    return { out: stop ? out : out + end };
  },
};
