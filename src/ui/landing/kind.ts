/** What a file that was dropped is taken for. Each kind is read by who opens it otherwise, and refused there. */
export type Kind = 'journal' | 'lesson' | 'progress';

/** Characters from which it is seen: a file of ours says first what it is. */
export const SEEN = 4096;
/** By its name, or by how it begins. What is neither lesson nor progress is refused as a journal, if it is none. */
export function kindOf(name: string, begins: string): Kind {
  if (/\.(?:md|markdown)$/i.test(name) || /^\uFEFF?---\r?\n/.test(begins)) return 'lesson';
  return /^\s*\{\s*"kind"\s*:\s*"mailwire progress"/.test(begins) ? 'progress' : 'journal';
}
