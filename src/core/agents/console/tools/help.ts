// help: the commands of this shell; or one of them, or one verb of the protocol, from its declaration.
import { pop3 } from '../../../protocols/pop3/protocol.ts';
import { commandsOf } from '../../../spec/compile.ts';
import type { Filter, Filtered } from '../filter.ts';
import { manualOf, MANUALS, page } from '../manual.ts';

const lines = (...rows: readonly string[]): Filtered => ({ out: rows.map((row) => `${row}\n`).join('') });

const overview = (): Filtered => {
  const width = Math.max(...MANUALS.map(({ name }) => name.length));
  return lines(
    ...MANUALS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'help COMMAND tells how one of them is used, help VERB what a verb of POP3 means:',
    `  ${verbs().join(' ')}`,
  );
};
const verbs = (): readonly string[] => [...new Set(commandsOf(pop3).map(({ rule }) => rule.verb))];

function verb(name: string): Filtered | undefined {
  const rules = commandsOf(pop3).filter(({ rule }) => rule.verb === name.toUpperCase());
  if (rules.length === 0) return undefined;
  return lines(
    ...rules.flatMap(({ rule, of }) => [
      `${rule.verb} ${rule.args.usage}`.trim(),
      `  ${rule.summary}`,
      `  RFC ${rule.rfc.replace('#', ', section ')}${of ? `; part of ${of.keyword}` : ''}`,
      `  in: ${rule.from.map((state) => pop3.states[state].title).join(', ')}`,
    ]),
  );
}
export const help: Filter = {
  waits: () => false,
  run(args) {
    const asked = args.join(' ');
    if (asked === '') return overview();
    const found =
      MANUALS.find(({ name }) => name === asked) ??
      (args[0] === 'openssl' ? manualOf('openssl s_client') : undefined);
    return (
      (found ? lines(...page(found)) : verb(asked)) ?? {
        out: '',
        err: [`help: no command of this shell and no verb of POP3: ${asked}`],
      }
    );
  },
};
