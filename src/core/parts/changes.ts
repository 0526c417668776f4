// Whoever turns knobs, moves people and edits zones has seen a reply before.
import { changed } from '../host/change.ts';
import { CHANGES } from '../host/changing.ts';

CHANGES.put('changed', changed);
