// A click, as a lesson writes it, on the device as it is now.
import type { Deed, Draft, LetterRef } from '../core/base/device.ts';
import { utf8 } from '../core/base/octets.ts';
import type { Input, World } from '../core/kernel/world.ts';
import { lettersOf } from '../core/trace/devices.ts';
import type { Click } from './lesson.ts';

/** Undefined: there is no such device, or no such letter on it. */
export function clickInput(click: Click, world: World): Input | undefined {
  const deed = deedOf(click, world);
  return deed && { type: 'device', host: click.on, deed };
}
function deedOf(click: Click, world: World): Deed | undefined {
  const { folder = 'INBOX', settings = {}, to = '' } = click;
  if (click.click === 'sync' || click.click === 'forget') return { does: click.click };
  if (click.click === 'set') return { does: 'set', settings };
  if (click.click === 'look' || click.click === 'make') return { does: click.click, folder: utf8(folder) };
  const letter = letterOf(click, world);
  if (click.click === 'send') return { does: 'send', draft: draftOf(click, letter) };
  if (!letter) return undefined;
  if (click.click === 'move') return { does: 'move', letter, to: utf8(to) };
  if (click.click === 'flag') return { does: 'flag', letter, flag: '\\Flagged', on: click.off !== true };
  return { does: click.click, letter };
}
/** Where it names a letter it is an answer to that one. */
const draftOf = ({ to = '', subject = '', text = '' }: Click, re: LetterRef | undefined): Draft => ({
  to: utf8(to),
  subject: utf8(subject),
  text: utf8(text),
  re: re ?? null,
});
export function letterOf({ on, letter, folder }: Click, { hosts }: World): LetterRef | undefined {
  const device = Object.hasOwn(hosts, on) ? hosts[on]?.device : undefined;
  if (!device || letter === undefined) return undefined;
  const found = lettersOf(device).find(
    (it) => it.subject.includes(letter) && (folder === undefined || it.folder === folder),
  );
  return found && { folder: found.folder, id: found.id };
}
