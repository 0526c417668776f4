// What lies in the mailboxes of the standard world and is not needed for the first letter.
import { COLLECTIONS } from '../store/body.ts';
import { collections } from '../scenario/letters/collections.ts';

for (const [name, letters] of Object.entries(collections)) COLLECTIONS.put(name, letters);
