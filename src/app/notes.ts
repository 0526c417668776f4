// What a person writes beside the journal: names of branches, bookmarks. The world knows nothing of it.
import type { Branch, Mark, Session } from './state.ts';

export const MOST_MARKS = 9;
/** Of one deed: more than a gesture makes. */
export const MOST_NOTES = 100;
export type Notes = Pick<Session, 'branches' | 'marks'>;
/** What has been written, or crossed out. */
export type Note =
  | {
      readonly kind: 'mark';
      readonly mark: Mark;
      /** Its number was nobody's when it was given. */
      readonly free: boolean;
    }
  | { readonly kind: 'unmark'; readonly mark: Mark }
  | { readonly kind: 'name'; readonly branch: number; readonly name: string };

const isSame = (a: Mark, b: Mark | undefined): boolean =>
  a.n === b?.n && a.branch === b.branch && a.event === b.event;
/** The first number that is nobody's; 0: all are taken. */
export const freeNumber = (marks: readonly Mark[]): number =>
  Array.from({ length: MOST_MARKS }, (_, i) => i + 1).find((n) => marks.every((it) => it.n !== n)) ?? 0;
/** In the place of whichever has its number. */
export const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] =>
  [...marks.filter(({ n }) => n !== mark.n), mark].toSorted((a, b) => a.n - b.n);
/** Those whose moment there is, one of each number. */
export const standing = (branches: readonly Branch[], marks: readonly Mark[]): readonly Mark[] =>
  marks.reduce<readonly Mark[]>((all, mark) => (stands(branches, mark) ? withMark(all, mark) : all), []);
const stands = (branches: readonly Branch[], { branch, event }: Mark): boolean =>
  branches.some(({ id, timeline }) => id === branch && event < timeline.trace.length);

/** What was written meanwhile. */
export const notesBetween = (before: Notes, after: Notes): readonly Note[] => [
  ...before.marks
    .filter(({ n }) => after.marks.every((it) => it.n !== n))
    .map((mark): Note => ({ kind: 'unmark', mark })),
  ...after.marks
    .filter((mark) => !before.marks.some((it) => isSame(mark, it)))
    .map((mark): Note => ({ kind: 'mark', mark, free: before.marks.every(({ n }) => n !== mark.n) })),
  ...after.branches
    .filter(({ id, name }) => before.branches.some((it) => it.id === id && it.name !== name))
    .map(({ id: branch, name }): Note => ({ kind: 'name', branch, name })),
];
/** What is marked there and not here, to be marked here besides. */
export const marksBeyond = (there: readonly Mark[] = [], here: readonly Mark[] = []): readonly Note[] =>
  there
    .filter((mark) => !here.some((it) => isSame(mark, it)))
    .map((mark) => ({ kind: 'mark', mark, free: true }));
/** After these notes; of two people who took the same free number at once, the later one has the next. */
export const noted = (notes: Notes, more: readonly Note[] = []): Notes =>
  more.reduce<Notes>(({ branches, marks }, note) => {
    if (note.kind === 'name') return { branches: named(branches, note.branch, note.name), marks };
    if (note.kind === 'unmark') return { branches, marks: marks.filter((it) => !isSame(note.mark, it)) };
    return { branches, marks: stands(branches, note.mark) ? marked(marks, note.mark, note.free) : marks };
  }, notes);
const named = (branches: readonly Branch[], id: number, name: string): readonly Branch[] =>
  branches.map((each) => (each.id === id ? { ...each, name } : each));
function marked(marks: readonly Mark[], mark: Mark, free: boolean): readonly Mark[] {
  const taken = free && marks.some((it) => it.n === mark.n && !isSame(mark, it));
  const n = taken ? freeNumber(marks) : mark.n;
  return n === 0 ? marks : withMark(marks, { ...mark, n });
}
