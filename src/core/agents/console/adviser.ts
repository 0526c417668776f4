// Who knows how a line at a prompt goes on, from the manuals. A line can be sent without: it may come later.
import { shelf } from '../../base/parts.ts';
import type { Surroundings, Usage } from './complete.ts';

export interface Adviser {
  readonly usageOf: (text: string) => Usage | undefined;
  readonly completeShell: (text: string, around: Surroundings) => readonly string[];
}
export const ADVISERS = shelf<Adviser>('advisers');
