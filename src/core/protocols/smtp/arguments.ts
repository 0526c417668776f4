// What may follow a verb besides paths.
import { refuse, type Grammar } from '../../spec/grammar.ts';

/** Nothing. White space at the end is no argument: servers tolerate it (RFC 5321 §4.1.1). */
export const nothing: Grammar<null> = {
  usage: '',
  arguments: [],
  read: (c) => (c.text.slice(c.at).trim() === '' ? null : refuse(c, 'nothing after it')),
};
/** The rest of the line, trimmed; '': nothing is there. */
export const text = (name: string): Grammar<string> => ({
  usage: `[${name}]`,
  arguments: [{ name, usage: `[${name}]`, secret: false }],
  read(c) {
    const from = c.at;
    c.at = c.text.length;
    if (c.at > from) c.spans?.push({ from, to: c.at, role: name });
    return c.text.slice(from).trim();
  },
});
/** The rest of the line, which must not be empty. */
export const needed = (name: string, expected: string): Grammar<string> => {
  const any = text(name);
  return {
    usage: `<${name}>`,
    arguments: [{ name, usage: `<${name}>`, secret: false }],
    read(c) {
      const at = c.at;
      const found = any.read(c);
      if (found !== '') return found;
      c.at = at;
      return refuse(c, expected);
    },
  };
};
