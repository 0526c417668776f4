// help: the commands of this shell; or one of them, or a protocol, or one verb of the protocols, from their declarations.
import type { Filter, Filtered } from '../filter.ts';
import { TELNET } from '../manual.ts';
import { others, page } from '../manuals.ts';
import { overviewRows, protocolRows, PROTOCOLS, verbRows, verbsOf } from '../protocols.ts';

const manuals = [TELNET, ...others];

const lines = (rows: readonly string[]): Filtered => ({ out: rows.map((row) => `${row}\n`).join('') });

const overview = (): Filtered => {
  const width = Math.max(...manuals.map(({ name }) => name.length));
  return lines([
    ...manuals.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'help COMMAND tells how one of them is used; help with a protocol, or with one of its verbs, what they mean:',
    ...overviewRows(PROTOCOLS),
  ]);
};
function pageOf(asked: string): readonly string[] {
  const named = (wanted: string) => manuals.find(({ name }) => name === wanted);
  const found = named(asked) ?? (asked.startsWith('openssl') ? named('openssl s_client') : undefined);
  return found ? page(found) : [];
}
export const help: Filter = {
  waits: () => false,
  words: [
    ...new Set([
      ...PROTOCOLS.flatMap(verbsOf),
      ...PROTOCOLS.map(({ title }) => title),
      ...manuals.map(({ name }) => name),
    ]),
  ],
  run(args) {
    const asked = args.join(' ');
    if (asked === '') return overview();
    const found = [pageOf(asked), protocolRows(PROTOCOLS, asked), verbRows(PROTOCOLS, asked)].find(
      (rows) => rows.length > 0,
    );
    const lost = `help: no command of this shell, no protocol, and no verb of one: ${asked}`;
    return found ? lines(found) : { out: '', err: [lost] };
  },
};
