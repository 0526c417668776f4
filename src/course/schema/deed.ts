// What may be done, as a lesson writes it: a line is a string, everything else has a key that names it.
import {
  array,
  boolean,
  maxLength,
  minLength,
  number,
  optional,
  pipe,
  regex,
  string,
  transform,
  tuple,
  union,
  type GenericSchema,
} from 'valibot';
import { ACCESS, KEEPS, type Settings } from '../../core/base/device.ts';
import { FAULTS } from '../../core/net/dns/service.ts';
import type { Change } from '../../core/host/change.ts';
import { CLICKS, type Deed } from '../lesson.ts';
import { block, byKey, keyed, oneOf, slug, textOr, whole, words } from './words.ts';

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const duration = pipe(
  string(),
  regex(/^\d{1,5}[smhd]$/, 'must be a time: 30s, 10m, 4h, 2d'),
  transform((text) => Number(text.slice(0, -1)) * (SECONDS[text.slice(-1)] ?? 1)),
);
const setting = union(
  [string(), number(), boolean(), array(string())],
  'must be text, a number, true, false or a list of texts',
);
/** As the kernel has it; whether a host has such a knob is asked where the world is known. */
export const knob: GenericSchema<unknown, Change> = byKey<Change>({
  policy: pipe(
    block({ policy: words, set: keyed(setting) }),
    transform(({ policy, set }): Change => ({ type: 'policy', host: policy, set })),
  ),
  link: pipe(
    block({
      link: tuple([words, words]),
      set: block({ latency: optional(whole), segment: optional(whole), loss: optional(whole) }),
    }),
    transform(({ link, set }): Change => ({ type: 'link', between: link, set: defined(set) })),
  ),
  fault: pipe(
    block({
      fault: words,
      is: oneOf([...FAULTS, 'none']),
    }),
    transform(({ fault, is }): Change => ({ type: 'fault', name: fault, fault: is })),
  ),
  record: pipe(
    block({ record: words, phase: oneOf(['add', 'remove']) }),
    transform(({ record: line, phase }): Change => ({ type: 'record', edit: { phase, line } })),
  ),
});
/** What is not said is not there. */
const defined = <T extends object>(set: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  JSON.parse(JSON.stringify(set)) as { [K in keyof T]?: Exclude<T[K], undefined> };

/** An empty one is typed too: a letter needs it. */
const line = string();
const others = byKey<Deed>({
  type: block({ at: words, type: string() }),
  cut: block({ cut: words }),
  wait: block({ wait: duration }),
  open: block({ open: words, host: words }),
  shut: block({ shut: words }),
  turn: block({ turn: knob }),
  click: block({
    on: words,
    click: oneOf(CLICKS),
    letter: optional(words),
    folder: optional(words),
    to: optional(words),
    subject: optional(string()),
    text: optional(string()),
    off: optional(boolean()),
    settings: optional(
      pipe(
        block({
          access: optional(oneOf(ACCESS)),
          keep: optional(oneOf(KEEPS)),
          days: optional(whole),
          secure: optional(boolean()),
          upgrade: optional(boolean()),
          watch: optional(boolean()),
          copy: optional(boolean()),
          online: optional(boolean()),
        }),
        transform((set): Partial<Settings> => defined(set)),
      ),
    ),
  }),
  act: block({ act: slug }),
});
const deed = textOr<Deed>(line, others);
/** Each is played, again for every step after it. */
const MOST_DEEDS = 100;
export const deeds = pipe(
  array(deed),
  minLength(1, 'must do something'),
  maxLength(MOST_DEEDS, `must not do more than ${MOST_DEEDS} things`),
);
