// Message identifiers as they should be written today (RFC 5322 §3.6.4).
import type { Octets } from '../../base/octets.ts';
import { withoutComments } from '../comment.ts';
import { fieldOf, trimmed, unfolded, type Header } from '../fields.ts';
import { finding, type Finding } from './rules.ts';

const ATEXT = "[\\w!#$%&'*+/=?^`{|}~\\x80-\\xff-]+";
const DOT_ATOM = `${ATEXT}(?:\\.${ATEXT})*`;
const ID = `<${DOT_ATOM}@(?:${DOT_ATOM}|\\[[^[\\]\\s]*\\])>`;
const ONE = new RegExp(`^${ID}$`);
const SEVERAL = new RegExp(`^${ID}(?:[ \\t]*${ID})*$`);

export const lintMessageIds = (octets: Octets, header: Header): readonly Finding[] =>
  ['message-id', 'in-reply-to', 'references'].flatMap((name) => {
    const field = fieldOf(header, name);
    const value = field && trimmed(withoutComments(unfolded(octets, field)));
    if (!field || value === undefined || (name === 'message-id' ? ONE : SEVERAL).test(value)) return [];
    return [finding('badMessageId', field, { name, value })];
  });
