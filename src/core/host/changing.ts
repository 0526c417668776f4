// What carries out changes of the world: nobody makes one before the first reply. `core/parts` puts it here.
import { shelf, type Shelf } from '../base/parts.ts';
import type { Change, Changed, Settings } from './change.ts';
import type { Edited } from './people.ts';

type Changing = (settings: Settings, change: Change, born: number) => Edited<Changed>;
const CHANGED = 'changed';
export const CHANGES: Shelf<Changing> = shelf('changes');
export const changed: Changing = (settings, change, born) =>
  CHANGES.get(CHANGED)?.(settings, change, born) ?? { expected: '' };
