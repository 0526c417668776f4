// LIST as it is now, with options before and after (RFC 5258, RFC 9051 §6.3.9).
import type { Octets } from '../../../base/octets.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../spec/grammar.ts';
import { found, listOf, markGroups, startsWith, take } from './cursor.ts';
import { pattern } from './mailbox.ts';
import { astring } from './strings.ts';
import { statusItems, type StatusItem } from './status-items.ts';

export const SELECTIONS = ['SUBSCRIBED', 'REMOTE', 'RECURSIVEMATCH', 'SPECIAL-USE'] as const;
export type Selection = (typeof SELECTIONS)[number];
export const RETURNS = ['SUBSCRIBED', 'CHILDREN', 'SPECIAL-USE'] as const;
export type Return = (typeof RETURNS)[number];

export interface Listing {
  /** Undefined: LIST as it always was. */
  readonly selections: readonly Selection[] | undefined;
  readonly reference: Octets;
  readonly patterns: readonly Octets[];
  readonly returns: readonly Return[] | undefined;
  /** Undefined: no STATUS is wanted. */
  readonly status: readonly StatusItem[] | undefined;
}
const OPTION = /[A-Za-z-]+/y;
function oneOf<T extends string>(c: Cursor, all: readonly T[]): T | No {
  const text = found(c, OPTION)?.[0].toUpperCase();
  const hit = all.find((it) => it === text);
  if (hit === undefined) return refuse(c, all.join(', '));
  c.spans?.push({ from: c.at, to: c.at + hit.length, role: 'option' });
  c.at += hit.length;
  return hit;
}
const selections = listOf<Selection>(
  { usage: 'option', arguments: [], read: (c) => oneOf(c, SELECTIONS) },
  0,
);
const option: Grammar<Return | readonly StatusItem[]> = {
  usage: 'option',
  arguments: [],
  read(c) {
    const name = oneOf<Return | 'STATUS'>(c, [...RETURNS, 'STATUS']);
    if (name !== 'STATUS') return name;
    return take(c, ' ', 'a list of status items') === no ? no : statusItems.read(c);
  },
};
const returns = listOf(option, 0);
const patterns = listOf(pattern);

const reference = astring('reference');
const RETURN = / (RETURN) /iy;
export const listing: Grammar<Listing> = {
  usage: '[(<option> …)] <reference> <pattern> [RETURN (<option> …)]',
  arguments: [...reference.arguments, ...pattern.arguments],
  rfc: '9051#6.3.9',
  read(c) {
    const chosen = startsWith(c, '(') ? spacedAfter(c, selections) : undefined;
    const from = chosen === no ? no : spacedAfter(c, reference);
    if (chosen === no || from === no) return no;
    const several = startsWith(c, '(');
    const read = several ? patterns.read(c) : pattern.read(c);
    const back = read === no ? no : returned(c);
    if (read === no || back === no) return no;
    return {
      selections: chosen ?? (several ? [] : undefined),
      reference: from,
      patterns: typeof read === 'string' ? [read] : read,
      returns: back?.filter((it) => typeof it === 'string'),
      status: back?.find((it) => typeof it !== 'string'),
    };
  },
};
function spacedAfter<A>(c: Cursor, g: Grammar<A>): A | No {
  const value = g.read(c);
  return value === no || take(c, ' ', 'a space') === no ? no : value;
}
function returned(c: Cursor): readonly (Return | readonly StatusItem[])[] | undefined | No {
  const hit = found(c, RETURN);
  if (!hit) return undefined;
  markGroups(c, hit, ['keyword'], '5258#3.2');
  c.at += hit[0].length;
  return returns.read(c);
}
