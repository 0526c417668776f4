// Every catalogue there is, by name: what a language has to offer. Types alone: each one's English comes with whoever needs it.
import type { literalWords } from '../literal/words.ts';
import type { bytesMessages } from './bytes.ts';
import type { Translated } from './catalogue.ts';
import type { castWords } from './cast.ts';
import type { compareWords } from './compare.ts';
import type { devicesWords } from './devices.ts';
import type { Messages } from './en.ts';
import type { filterMessages } from './filter.ts';
import type { keyWords } from './keys.ts';
import type { LateMessages } from './late.ts';
import type { mailboxMessages } from './mailboxes.ts';
import type { paletteWords } from './palette.ts';
import type { partsMessages } from './parts.ts';
import type { presentMessages } from './present.ts';
import type { queueWords } from './queue.ts';
import type { referenceWords } from './reference.ts';
import type { screenMessages } from './screen.ts';
import type { shareWords } from './share.ts';
import type { sidesWords } from './sides.ts';
import type { timeMessages } from './time.ts';
import type { whyWords } from './why.ts';
import type { worldWords } from './world.ts';

export interface Catalogues {
  readonly bytes: Translated<typeof bytesMessages>;
  readonly cast: Translated<typeof castWords>;
  readonly compare: Translated<typeof compareWords>;
  readonly devices: Translated<typeof devicesWords>;
  readonly filter: Translated<typeof filterMessages>;
  readonly keys: Translated<typeof keyWords>;
  readonly late: LateMessages;
  readonly literal: Translated<typeof literalWords>;
  readonly mailboxes: Translated<typeof mailboxMessages>;
  readonly main: Messages;
  readonly palette: Translated<typeof paletteWords>;
  readonly parts: Translated<typeof partsMessages>;
  readonly present: Translated<typeof presentMessages>;
  readonly queue: Translated<typeof queueWords>;
  readonly reference: Translated<typeof referenceWords>;
  readonly screen: Translated<typeof screenMessages>;
  readonly share: Translated<typeof shareWords>;
  readonly sides: Translated<typeof sidesWords>;
  readonly time: Translated<typeof timeMessages>;
  readonly why: Translated<typeof whyWords>;
  readonly world: Translated<typeof worldWords>;
}
export type CatalogueName = keyof Catalogues;
