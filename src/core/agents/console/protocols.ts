// The protocols this shell can tell about, one line each: help and completion read their declarations.
import { pop3 } from '../../protocols/pop3/protocol.ts';
import { smtp } from '../../protocols/smtp/protocol.ts';
import { helpAll, type HelpVerb } from '../../spec/help.ts';
import type { Protocol } from '../../spec/protocol.ts';
import type { Shape } from '../../spec/take.ts';

export interface Spoken {
  readonly title: string;
  readonly verbs: readonly HelpVerb[];
}
export const spoken = <P extends Shape>(p: Protocol<P>): Spoken => ({ title: p.title, verbs: helpAll(p) });
export const PROTOCOLS: readonly Spoken[] = [spoken(smtp), spoken(pop3)];

/** In the order of the declaration, each once. */
export const verbsOf = ({ verbs }: Spoken): readonly string[] => [...new Set(verbs.map(({ verb }) => verb))];

const section = (rfc: string): string => `RFC ${rfc.replace('#', ', section ')}`;
const about = (title: string, { usage, summary, rfc, by, where }: HelpVerb): readonly string[] => [
  usage,
  `  ${summary}`,
  `  ${title}: ${section(rfc)}${by === undefined ? '' : `; part of ${by}`}`,
  `  in: ${where.join(', ')}`,
];
/** What a verb means in every protocol that has it. */
export const verbRows = (protocols: readonly Spoken[], name: string): readonly string[] =>
  protocols.flatMap(({ title, verbs }) =>
    verbs.filter(({ verb }) => verb === name.toUpperCase()).flatMap((verb) => about(title, verb)),
  );
/** Every verb of a protocol, and what each is for; none: there is no such protocol. */
export function protocolRows(protocols: readonly Spoken[], name: string): readonly string[] {
  const it = protocols.find(({ title }) => title.toLowerCase() === name.toLowerCase());
  const rows = it?.verbs ?? [];
  const width = Math.max(0, ...rows.map(({ usage }) => usage.length));
  return rows.map(({ usage, summary }) => `  ${usage.padEnd(width)}  ${summary}`);
}
/** One row each: its name and its verbs. */
export const overviewRows = (protocols: readonly Spoken[]): readonly string[] =>
  protocols.map((it) => `  ${it.title}: ${verbsOf(it).join(' ')}`);
