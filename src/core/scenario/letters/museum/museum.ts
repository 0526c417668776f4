import type { Octets } from '../../../base/octets.ts';
import { alternative } from './alternative.ts';
import { away } from './away.ts';
import { broken } from './broken.ts';
import { delayed } from './delayed.ts';
import { digest } from './digest.ts';
import { encodedWords } from './encoded-words.ts';
import { failed } from './failed.ts';
import { forward } from './forward.ts';
import { greek } from './greek.ts';
import { hops } from './hops.ts';
import { invitation } from './invitation.ts';
import { japanese } from './japanese.ts';
import { listPost } from './list-post.ts';
import { minimal } from './minimal.ts';
import { parcel } from './parcel.ts';
import { receipt } from './receipt.ts';
import { sealed } from './sealed.ts';
import { signed } from './signed.ts';

/** Eighteen letters, each with something that a reader of mail must understand; number 1 is the first. */
export const museum: readonly Octets[] = [
  minimal,
  greek,
  hops,
  japanese,
  encodedWords,
  alternative,
  parcel,
  forward,
  invitation,
  failed,
  delayed,
  receipt,
  listPost,
  signed,
  sealed,
  digest,
  broken,
  away,
];
