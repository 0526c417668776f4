// A journal as text, one input a line, as short as it is usual: a line somebody typed, and time until nothing is under way, is the line.
import * as v from 'valibot';
import type { Input } from '../../core/kernel/world.ts';
import { inputSchema } from '../restore.ts';
import { FIRST_CONSOLE } from '../store.ts';
import { LIMITS, parsed, Unopened, within } from './limits.ts';

/** Begins a line that is something else than a line typed and answered. */
const MARK = {
  /** A line typed with more behind it: nobody waited for the answer. */
  ahead: '\x02',
  /** An input in JSON. */
  json: '\x03',
  /** The console in which the next lines are typed. */
  console: '\x04',
  /** Time until nothing is under way. */
  quiet: '\x05',
} as const;
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const PLAIN = /^[^\0-\x1f][^\0-\x08\n-\x1f]*$|^$/;

const quiet = (input: Input | undefined): boolean => input?.type === 'pass' && input.until === 'quiet';
/** JSON of octets alone. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value).replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

export function journalText(inputs: readonly Input[]): string {
  let console = FIRST_CONSOLE;
  let text = '';
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i];
    if (!input) break;
    const line = input.type === 'type' ? input.octets.slice(0, -1) : '';
    if (input.type === 'type' && input.octets.endsWith('\n') && PLAIN.test(line)) {
      if (input.console !== console) text += `${MARK.console}${jsonOf((console = input.console))}\n`;
      const answered = quiet(inputs[i + 1]);
      text += `${answered ? '' : MARK.ahead}${line}\n`;
      if (answered) i++;
    } else text += quiet(input) ? `${MARK.quiet}\n` : `${MARK.json}${jsonOf(input)}\n`;
  }
  return text;
}
/** What cannot be believed is not guessed at: it throws `Unopened`. */
export function journalOf(text: string): readonly Input[] {
  within(text.length, LIMITS.journal, 'octets');
  const inputs: Input[] = [];
  let console = FIRST_CONSOLE;
  for (const line of text.split('\n').slice(0, -1)) {
    const rest = line.slice(1);
    if (line.startsWith(MARK.console)) console = nameIn(rest);
    else if (line.startsWith(MARK.json)) inputs.push(believed(parsed(rest), inputs.length));
    else if (line === MARK.quiet) inputs.push({ type: 'pass', until: 'quiet' });
    else if (line.startsWith(MARK.ahead))
      inputs.push(believed({ type: 'type', console, octets: `${rest}\n` }, inputs.length));
    else if (PLAIN.test(line))
      inputs.push({ type: 'type', console, octets: `${line}\n` }, { type: 'pass', until: 'quiet' });
    else throw new Unopened('unreadable', 'an unknown kind of line');
    within(inputs.length, 2 * LIMITS.inputs, 'inputs');
  }
  return inputs;
}
function nameIn(json: string): string {
  const name = parsed(json);
  if (typeof name !== 'string' || name.length > 255) throw new Unopened('wrong', 'the name of a console');
  return name;
}
function typed(octets: string): void {
  within(octets.length, LIMITS.octets, 'octets');
  within(octets.split('\n').length, LIMITS.lines, 'lines');
}
/** One input, as the schema has it and within bounds. `before`: how many came before it. */
export function believed(value: unknown, before = 0): Input {
  const { success, output } = v.safeParse(inputSchema, value);
  if (!success) throw new Unopened('wrong', 'an input', before + 1);
  if (output.type === 'pass' && output.until !== 'quiet') within(output.until, LIMITS.pass, 'microseconds');
  if (output.type === 'type') typed(output.octets);
  // a schema's optional keys may read `undefined`; an input simply has no such key
  return JSON.parse(JSON.stringify(output)) as Input;
}
