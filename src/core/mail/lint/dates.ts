// The Date field (RFC 5322 §3.3, §4.3).
import type { Octets } from '../../base/octets.ts';
import { civil } from '../../base/time.ts';
import { withoutComments } from '../comment.ts';
import { parseDate } from '../date.ts';
import { fieldOf, trimmed, unfolded, type Header } from '../fields.ts';
import { finding, type Finding } from './rules.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const CURRENT = /^(?:[a-z]{3}, ?)?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)? [+-]\d{4}$/i;

export function lintDate(octets: Octets, header: Header): readonly Finding[] {
  const field = fieldOf(header, 'date');
  if (!field) return [];
  const value = trimmed(withoutComments(unfolded(octets, field)).replace(/[ \t]+/g, ' '));
  const date = parseDate(value);
  if (!date) return [finding('badDate', field, { value })];
  const is = DAYS[civil(date.unix + date.offset).weekday] ?? '';
  const saying = /^[a-z]{3}/i.exec(value)?.[0];
  return [
    ...(CURRENT.test(value) ? [] : [finding('obsoleteDate', field, { value })]),
    ...(saying === undefined || saying.toLowerCase() === is.toLowerCase()
      ? []
      : [finding('wrongWeekday', field, { said: saying, is })]),
  ];
}
