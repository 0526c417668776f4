// A change of the world as a line of data: names and values, no words of ours.
import type { Change } from '../../core/host/change.ts';
import type { Middlebox } from '../../core/net/middlebox.ts';
import type { PeopleEdit } from '../../core/host/people.ts';
import { fromUtf8 } from '../shell/utf8.ts';
import { pictured, shortName } from '../shell/words.ts';

const valueText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(String).join(' ') || '–'
    : typeof value === 'boolean'
      ? value
        ? 'on'
        : 'off'
      : String(value);
const settings = (set: object): string =>
  Object.entries(set)
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(', ');

function peopleText(edit: PeopleEdit): string {
  const name = fromUtf8(edit.name);
  switch (edit.kind) {
    case 'user':
      return `+ ${name}`;
    case 'dismiss':
      return `− ${name}`;
    case 'quota':
      return `${name}: quota ${edit.octets ?? '–'}`;
    case 'mailbox':
      return `${edit.phase === 'add' ? '+' : '−'} ${name}/${fromUtf8(edit.mailbox)}`;
    case 'rename':
      return `${name}/${fromUtf8(edit.mailbox)} → ${fromUtf8(edit.to)}`;
    case 'list':
      return edit.phase === 'add' ? `+ list ${name} (${fromUtf8(edit.owner)})` : `− list ${name}`;
    case 'member':
      return `list ${name}: ${edit.phase === 'add' ? '+' : '−'} ${fromUtf8(edit.member)}`;
    case 'alias':
      return edit.to.length === 0 ? `− ${name} →` : `${name} → ${edit.to.map(fromUtf8).join(', ')}`;
  }
}
const boxText = ({ log, strip, inject }: Partial<Middlebox>): string =>
  [
    log === undefined ? '' : `log ${log ? 'on' : 'off'}`,
    strip === undefined ? '' : `strip ${strip.join(' ') || '–'}`,
    inject === undefined ? '' : `inject ${inject ? inject.after : '–'}`,
  ]
    .filter((it) => it !== '')
    .join(', ');
/** On one line, whatever is in it: a journal may have come from anywhere. */
export const changeText = (change: Change): string => pictured(textOf(change));
function textOf(change: Change): string {
  switch (change.type) {
    case 'link': {
      const { latency, ...others } = change.set;
      const set = latency === undefined ? others : { latency: `${latency / 1000} ms`, ...others };
      return `${change.between.map(shortName).join(' – ')}: ${settings(set)}`;
    }
    case 'policy':
      return `${shortName(change.host)}: ${settings(change.set)}`;
    case 'middlebox':
      return `${[change.host, ...(change.to === undefined ? [] : [change.to])].map(shortName).join(' – ')}: on the way ${boxText(change.set)}`;
    case 'people':
      return `${shortName(change.host)}: ${peopleText(change.edit)}`;
    case 'record':
      return `${change.edit.phase === 'add' ? '+' : '−'} ${fromUtf8(change.edit.line)}`;
    case 'fault':
      return `${change.name} ${change.fault === 'none' ? 'ok' : change.fault}`;
    case 'resolver':
      return `DNS: latency ${change.latency / 1000} ms`;
  }
}
