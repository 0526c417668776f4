// From whom and about what, as soon as the collection in which a letter stands has come.
import { orMeanwhile } from '../../app/parts.ts';
import type { Row } from '../../core/store/rows.ts';
import { letterIn } from '../../core/trace/mail-list.ts';

const NOT_YET = { from: '', subject: '' } as const;
export const letterShown = (row: Row): ReturnType<typeof letterIn> =>
  orMeanwhile(() => letterIn(row), NOT_YET);
