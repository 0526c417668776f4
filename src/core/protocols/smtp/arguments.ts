// What may follow a verb besides paths.
import type { Octets } from '../../base/octets.ts';
import { no, refuse, type Grammar } from '../../spec/grammar.ts';

/** Nothing. */
export const nothing: Grammar<null> = {
  usage: '',
  arguments: [],
  read: (c) => (c.at >= c.text.length ? null : refuse(c, 'nothing after it')),
};
/** The rest of the line, without the white space before it; '': nothing is there. */
export const text = (name: string): Grammar<string> => ({
  usage: `[${name}]`,
  arguments: [{ name, usage: `[${name}]`, secret: false }],
  read(c) {
    const from = c.at;
    c.at = c.text.length;
    if (c.at > from) c.spans?.push({ from, to: c.at, role: name });
    return c.text.slice(from).replace(/^[ \t]+/, '');
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

export interface InAnyScript {
  readonly text: Octets;
  /** The answer may be UTF-8. */
  readonly utf8: boolean;
}
/** The rest of the line, and SMTPUTF8 where that ends it (RFC 6531 §3.7.4.2). */
export function inAnyScript(name: string, expected: string): Grammar<InAnyScript> {
  const any = needed(name, expected);
  return {
    usage: `${any.usage} [SMTPUTF8]`,
    arguments: any.arguments,
    rfc: '6531#3.7.4.2',
    read(c) {
      const found = any.read(c);
      if (found === no) return no;
      const text = /^(.*[^ \t])[ \t]+SMTPUTF8$/is.exec(found)?.[1];
      return { text: text ?? found, utf8: text !== undefined };
    },
  };
}
