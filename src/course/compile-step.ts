// A step's block to data: what it shows of the engine is played here, never written.
import type { World } from '../core/kernel/world.ts';
import type { Timeline } from '../core/kernel/timeline.ts';
import { encode64 } from '../core/base/base64.ts';
import { utf8 } from '../core/base/octets.ts';
import type { Choice, Deed, Hint, Prediction, Prose, Question, Step, TalkLine } from './lesson.ts';
import { misconceptionCalled } from './misconceptions/bank.ts';
import { actsOf, missedIn, play, type Stage } from './play.ts';
import { inlineProse } from './prose.ts';
import type { AskBlock } from './schema/ask.ts';
import type { ChoiceBlock, StepBlock } from './schema/schema.ts';
import { talkOf } from './talk.ts';
import type { Block, Path } from './yaml.ts';

/** What stands before this step. */
interface SoFar {
  readonly stage: { readonly start: World; readonly console: string };
  readonly steps: readonly Step[];
}
type Named = Pick<Step, 'id' | 'title' | 'prose'>;

export function stepFrom(named: Named, block: Block<StepBlock>, { stage, steps }: SoFar): Step {
  const { value } = block;
  const acts = [...actsOf(steps), ...value.acts];
  const before = steps.flatMap(({ show }) => show);
  const here: Here = { stage: { ...stage, acts }, before };
  return {
    ...named,
    rfc: value.rfc,
    goal: value.goal,
    asks: value.asks.map((ask, i) =>
      questionFrom(ask, here, (message, path = []) => block.complain(['asks', i, ...path], message)),
    ),
    predict:
      value.predict &&
      predictionFrom(value.predict, here, (message, path = []) =>
        block.complain(['predict', ...path], message),
      ),
    acts: value.acts,
    hints: value.hints.map(hintFrom),
    show: value.show ?? [],
  };
}
interface Here {
  readonly stage: Stage;
  readonly before: readonly Deed[];
}
/** What the console showed of these deeds, done after those of the steps before. */
function talkAfter({ stage, before }: Here, deeds: readonly Deed[]): readonly TalkLine[] {
  const from = play(stage, before).trace.length;
  return talkOf(play(stage, [...before, ...deeds]).trace, stage.console, from);
}
/** The same, from the lesson's beginning. */
const talkAlone = ({ stage }: Here, deeds: readonly Deed[]): readonly TalkLine[] =>
  talkOf(play(stage, deeds).trace, stage.console);

/** Those that speak of a line somebody typed are left out: an answer is none. */
const nudgesOf = (id: string): readonly Prose[] =>
  (misconceptionCalled(id)?.nudges ?? []).filter((text) => !/\{\w+\}/.test(text)).map(inlineProse);

export function choiceFrom({ q, options, answer, why, rfc }: ChoiceBlock): Choice {
  const believes = options.flatMap((option, i) =>
    typeof option === 'string' ? [] : [[i, option.m] as const],
  );
  return {
    q: inlineProse(q),
    options: options.map((option) => inlineProse(typeof option === 'string' ? option : option.text)),
    answer,
    why: inlineProse(why),
    rfc,
    believes: Object.fromEntries(believes),
    nudges: Object.fromEntries(believes.map(([i, m]) => [i, nudgesOf(m)])),
  };
}
function predictionFrom(
  predict: NonNullable<StepBlock['predict']>,
  here: Here,
  complain: Complain,
): Prediction {
  const { replay } = predict;
  if (replay)
    tellMissed(play(here.stage, [...here.before, ...replay]), here.before.length, ['replay'], complain);
  return { ...choiceFrom(predict), replay: replay === undefined ? [] : talkAfter(here, replay) };
}
/** What could not be done, of the deeds after the first `from`. */
function tellMissed(timeline: Timeline, from: number, at: Path, complain: Complain): void {
  for (const { index, key, message } of missedIn(timeline))
    if (index >= from) complain(message, [...at, index - from, key]);
}
export function hintFrom(hint: StepBlock['hints'][number]): Hint {
  const known = 'm' in hint ? misconceptionCalled(hint.m) : undefined;
  const { text, more } =
    'm' in hint
      ? { text: known?.nudges[0] ?? '', more: known?.nudges[1] }
      : { text: hint.text, more: hint.more };
  return {
    id: 'm' in hint ? hint.m : hint.id,
    text: inlineProse(text),
    more: more === undefined ? undefined : inlineProse(more),
    when: hint.when ?? known?.when,
    idle: hint.idle ?? known?.idle ?? 0,
  };
}

type Complain = (message: string, path?: Path) => void;
function questionFrom(ask: AskBlock, here: Here, complain: Complain): Question {
  const named = { id: ask.id, q: inlineProse(ask.q) };
  if ('accept' in ask) return { ...named, kind: 'text', accept: ask.accept, said: ask.said };
  if ('measure' in ask) return { ...named, kind: 'measure', measure: ask.measure };
  if ('sort' in ask) return { ...named, kind: 'sort', ...sortFrom(ask.sort, complain) };
  if ('decode' in ask) {
    const { text, as } = ask.decode;
    return { ...named, kind: 'decode', as, octets: encoded(text, as), accept: [text] };
  }
  if ('record' in ask) return { ...named, kind: 'record', ...ask.record };
  if ('gaps' in ask) return { ...named, kind: 'gaps', ...gapsFrom(ask.gaps, here, complain) };
  return 'wrong' in ask
    ? { ...named, kind: 'wrong', ...wrongFrom(ask.wrong, here, complain) }
    : { ...named, kind: 'reply', ...replyFrom(ask.reply, here, complain) };
}
function sortFrom({ bins, items }: Extract<AskBlock, { sort: unknown }>['sort'], complain: Complain) {
  for (const { text, bin } of items) if (bin >= bins.length) complain(`${text} belongs to no bin`);
  return {
    bins: bins.map(inlineProse),
    items: items.map(({ text, bin }) => ({ text: inlineProse(text), bin })),
  };
}
const encoded = (text: string, as: 'hex' | 'base64'): string =>
  as === 'base64'
    ? encode64(utf8(text))
    : Array.from(utf8(text), (octet) => octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')).join(
        ' ',
      );

/** What stands for a word that is to be filled in. */
const GAP = '▢';
const GAPPED = /\[\[(.+?)\]\]/;
function gapsFrom(
  { play: deeds, replies }: Extract<AskBlock, { gaps: unknown }>['gaps'],
  here: Here,
  complain: Complain,
) {
  const whole = deeds.map((deed) => (typeof deed === 'string' ? deed.replace(GAPPED, '$1') : deed));
  const gapped = deeds.filter((deed): deed is string => typeof deed === 'string' && GAPPED.test(deed));
  const words: string[] = [];
  let answers = 0;
  const talk = talkAlone(here, whole).map((line): TalkLine => {
    const typed = line.who === 'client' || line.who === 'shell';
    const from = typed ? gapped.findIndex((deed) => deed.replace(GAPPED, '$1') === line.text) : -1;
    const deed = from < 0 ? undefined : gapped.splice(from, 1)[0];
    if (deed !== undefined) {
      words.push(GAPPED.exec(deed)?.[1] ?? '');
      return { who: line.who, text: deed.replace(GAPPED, GAP) };
    }
    if (line.who !== 'server' || !replies.includes(++answers)) return line;
    const [first = ''] = /^\S+/.exec(line.text) ?? [];
    words.push(first);
    return { who: line.who, text: GAP + line.text.slice(first.length) };
  });
  tellMissed(play(here.stage, whole), 0, ['gaps', 'play'], complain);
  if (words.length === 0) complain('there is no gap: write [[ ]] round a word, or name an answer');
  return { talk, words };
}
function wrongFrom(
  { play: deeds, line }: Extract<AskBlock, { wrong: unknown }>['wrong'],
  here: Here,
  complain: Complain,
) {
  const talk = talkAlone(here, deeds);
  tellMissed(play(here.stage, deeds), 0, ['wrong', 'play'], complain);
  const at = talk.findIndex(({ who, text }) => (who === 'client' || who === 'shell') && text === line);
  if (at < 0) complain(`nobody types "${line}" there`);
  return { talk, line: at };
}
function replyFrom(
  { play: deeds, line, options }: Extract<AskBlock, { reply: unknown }>['reply'],
  here: Here,
  complain: Complain,
) {
  const talk = talkAfter(here, deeds);
  const { stage, before } = here;
  tellMissed(play(stage, [...before, ...deeds]), before.length, ['reply', 'play'], complain);
  const said = talkAfter(here, [...deeds, line]).slice(talk.length + 1);
  const first = said.find(({ who }) => who === 'server')?.text ?? '';
  const fitting = options.flatMap((option, i) => (first.startsWith(option) ? [i] : []));
  const [answer = -1] = fitting;
  if (fitting.length !== 1)
    complain(`of the options, ${fitting.length} begin what the server says: ${first}`);
  return { talk, line, options, answer, said };
}
