// Reads the lines a person writes into a zone: `example.com. 300 MX 10 mx1.example.com.` (RFC 1035 §5.1).
import { isWithin, TYPES, typeOf, type DomainName, type ResourceRecord } from '../../base/dns.ts';
import { FIELDS, nameIn, type Fields } from './fields.ts';
import { isSameRecord } from './text.ts';
import { tokensOf, type Misread, type Token } from './tokens.ts';

export interface ZoneProblem extends Misread {
  /** From 1. */
  readonly line: number;
}
export interface ZoneRead {
  readonly records: readonly ResourceRecord[];
  readonly problems: readonly ZoneProblem[];
}
/** How long a record may be kept when nothing else is said. */
export const USUAL_TTL = 300;
const LONGEST = 2 ** 31 - 1; // RFC 2181 §8

/** What earlier lines said. */
interface Sofar {
  readonly zone: DomainName;
  origin: DomainName;
  ttl: number;
  owner: DomainName | undefined;
}
interface Placed {
  readonly record: ResourceRecord;
  readonly line: number;
}

/** Everything that can be read is; what cannot is named. Names without a last dot are below the zone's own. */
export function readZone(text: string, zone: DomainName = '.', ttl: number = USUAL_TTL): ZoneRead {
  const sofar: Sofar = { zone, origin: zone, ttl, owner: undefined };
  const placed: Placed[] = [];
  const problems: ZoneProblem[] = [];
  for (const [i, row] of text.split(/\r?\n/).entries()) {
    const read = readLine(row, sofar);
    if (read && 'expected' in read)
      problems.push({ line: i + 1, column: read.column, expected: read.expected });
    else if (read && !placed.some(({ record }) => isSameRecord(record, read)))
      placed.push({ record: read, line: i + 1 });
  }
  problems.push(...crowded(placed));
  return {
    records: placed.map(({ record }) => record),
    problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}
/** An alias has nothing else: its name is another's (RFC 1034 §3.6.2). */
function crowded(placed: readonly Placed[]): readonly ZoneProblem[] {
  return placed
    .filter(({ record }, i) => placed.slice(0, i).some((before) => isBeside(before.record, record)))
    .map(({ record: { name }, line }) => ({
      line,
      column: 1,
      expected: `nothing beside the CNAME of ${name}`,
    }));
}
export const isBeside = (a: ResourceRecord, b: ResourceRecord): boolean =>
  a.name === b.name && (a.type === 'CNAME' || b.type === 'CNAME');

function readLine(row: string, sofar: Sofar): ResourceRecord | Misread | undefined {
  const { tokens, misread } = tokensOf(row);
  if (misread) return misread;
  const [first] = tokens;
  if (!first) return undefined;
  const r: Fields = {
    tokens,
    origin: sofar.origin,
    end: row.trimEnd().length + 1,
    next: 0,
    misread: undefined,
  };
  if (first.text.startsWith('$') && !first.quoted) return directive(r, first, sofar);
  const owner = /^\s/.test(row) ? sofar.owner : ownerOf(r, first, sofar);
  if (owner === undefined) return { column: first.column, expected: 'a name at the beginning of the line' };
  if (typeof owner !== 'string') return owner;
  sofar.owner = owner;
  return record(r, owner, sofar.ttl);
}
function ownerOf(r: Fields, { text, column }: Token, { zone, origin }: Sofar): DomainName | Misread {
  r.next++;
  const name = nameIn(text, origin);
  if (typeof name !== 'string') return { column, expected: name.expected };
  return isWithin(name, zone) ? name : { column, expected: `a name at or below ${zone}` };
}
/** TTL and class may come in either order. */
function ttlOf(r: Fields): number | Misread | undefined {
  let ttl: number | undefined;
  let classed = false;
  for (let token = r.tokens[r.next]; token; token = r.tokens[++r.next]) {
    const { text, column } = token;
    if (ttl === undefined && /^\d+$/.test(text)) {
      ttl = Number(text);
      if (ttl > LONGEST) return { column, expected: `a TTL in seconds, up to ${LONGEST}` };
    } else if (!classed && /^(?:IN|CH|HS|CS)$/i.test(text)) {
      classed = true;
      if (text.toUpperCase() !== 'IN') return { column, expected: 'IN, the only class there is here' };
    } else break;
  }
  return ttl;
}
function record(r: Fields, name: DomainName, usual: number): ResourceRecord | Misread {
  const ttl = ttlOf(r);
  if (typeof ttl === 'object') return ttl;
  const word = r.tokens[r.next++];
  const type = word && !word.quoted ? typeOf(word.text) : undefined;
  if (!type) return { column: word?.column ?? r.end, expected: `a type of record: ${TYPES.join(' ')}` };
  const data = FIELDS[type](r);
  const stray = r.tokens[r.next];
  if (stray) r.misread ??= { column: stray.column, expected: 'nothing more on this line' };
  return r.misread ?? { name, ttl: ttl ?? usual, ...data };
}
function directive(r: Fields, { text, column }: Token, sofar: Sofar): Misread | undefined {
  const value = r.tokens[1];
  const place = value?.column ?? r.end;
  if (text.toUpperCase() === '$TTL') {
    if (!value || !/^\d{1,10}$/.test(value.text) || Number(value.text) > LONGEST)
      return { column: place, expected: `a TTL in seconds, up to ${LONGEST}` };
    sofar.ttl = Number(value.text);
    return undefined;
  }
  if (text.toUpperCase() !== '$ORIGIN') return { column, expected: 'a record, $ORIGIN or $TTL' };
  const name = value ? nameIn(value.text, sofar.origin) : { expected: 'a domain name' };
  if (typeof name !== 'string') return { column: place, expected: name.expected };
  sofar.origin = name;
  return undefined;
}
