// What the palette offers whatever the moment: lessons, the manual, and what can be taken along.
import type { Prose } from '../../course/lesson.ts';
import { TAKES, take } from '../export/takes.ts';
import { addressOf, course } from '../lesson/course.ts';
import { entries } from '../reference/entries.ts';
import { words as shareWords } from '../share/words.ts';
import { openDialog } from '../shell/settings.ts';
import { goAlong } from './arrive.ts';
import { words, type Act } from './act.ts';

/** Prose without its marks. */
const plain = (node: Prose | Prose['children'][number]): string =>
  'children' in node ? node.children.map(plain).join('') : 'value' in node ? node.value : '';
export const lessons = (): readonly Act[] =>
  course.map(({ id, title, objective }): Act => ({
    id: `lesson/${id}`,
    group: 'lesson',
    title: `${id} ${title}`,
    about: plain(objective),
    run: () => goAlong(addressOf(id)),
  }));
export const manual = (): readonly Act[] =>
  entries().map((entry): Act => ({
    id: `manual/${entry.id}`,
    group: 'manual',
    title: entry.kind === 'command' ? entry.verb.usage : entry.extension.keyword,
    about: `${entry.protocol} ${entry.kind === 'command' ? entry.verb.summary : entry.extension.summary}`,
    wire: true,
    run: () => goAlong(`/reference/${encodeURIComponent(entry.id).replaceAll('%2F', '/')}`),
  }));
export const files = (): readonly Act[] => [
  ...TAKES.map((what): Act => ({
    id: `take/${what}`,
    group: 'share',
    title: shareWords.takes[what],
    also: words.also.take,
    run: () => void take(what),
  })),
  { id: 'journal', group: 'share', title: words.saveJournal, run: () => void take('journal') },
  { id: 'open', group: 'share', title: words.openJournal, run: () => openDialog('share') },
];
