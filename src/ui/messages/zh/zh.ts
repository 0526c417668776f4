// 简体中文。Every catalogue is here and complete, or it does not compile.
import type { Catalogues } from '../catalogues.ts';
import type { Translator } from '../language.ts';
import { compare } from './compare.ts';
import { credential, glasses, message, parts } from './letter.ts';
import { lesson, reasons } from './lesson.ts';
import { cast, devices, inside, mailboxes } from './mailboxes.ts';
import { main } from './main.ts';
import { screen } from './screen.ts';
import { bytes, present, queue, sides, time } from './stage.ts';
import { paper } from './paper.ts';
import { filter, keys, literal, palette, reference, share, why } from './panels.ts';
import { ask, doubt, notices, story } from './story.ts';
import { world } from './world.ts';

const zh: Catalogues = {
  bytes,
  cast,
  compare,
  devices,
  filter,
  inside,
  keys,
  late: { lesson, reasons, message, credential, glasses, story, notices, ask, doubt },
  literal,
  mailboxes,
  main,
  palette,
  paper,
  parts,
  present,
  queue,
  reference,
  screen,
  share,
  sides,
  time,
  why,
  world,
};
const byName = new Map<string, unknown>(Object.entries(zh));
export const translator: Translator = (name) => byName.get(name);
