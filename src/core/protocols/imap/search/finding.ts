// What SEARCH, SORT and THREAD have in common: what can be refused, what is told first, and what stays of the search.
import type { Rfc } from '../../../base/ids.ts';
import type { Octets } from '../../../base/octets.ts';
import type { Grammar } from '../../../spec/grammar.ts';
import type { Cx } from '../../../spec/protocol.ts';
import type { Row } from '../../../store/rows.ts';
import { upToDate, type Current } from '../catch-up.ts';
import { command, type Imap } from '../shape.ts';
import { withThreads } from '../thread-ids.ts';
import { condstoreLine } from '../untagged.ts';
import type { Telling } from './answer.ts';
import { badCharset, decodedKey } from './charset.ts';
import type { ReturnOption } from './grammar.ts';
import { mentions, type SearchKey } from './key.ts';
import { unknownKey } from './known.ts';
import { lostIn, savedIn, sessionAfter } from './searching.ts';

export interface Asked {
  readonly returns?: readonly ReturnOption[] | undefined;
  readonly charset: Octets | undefined;
  readonly key: SearchKey;
}
export type Finding = Cx<Imap, 'selected'>;
interface Kind<A extends Asked> {
  readonly args: Grammar<A>;
  readonly says: string;
  /** What this host does not know of what was asked. */
  readonly unknownFor: (cx: Finding, asked: A) => string | undefined;
  readonly answer: (
    cx: Finding,
    now: Current,
    asked: A,
    telling: Telling,
  ) => { readonly line: Octets; readonly rows: readonly Row[] };
}
const threaded = (now: Current): Current => ({
  ...now,
  host: withThreads(now.host, now.state.key, now.state.view),
});
/** A command by number, or with the traits of one by UID. */
export const finding =
  <A extends Asked>({ args, says, unknownFor, answer }: Kind<A>) =>
  (verb: string, rfc: Rfc, summary: string, traits: Partial<Imap['traits']> = {}) =>
    command({
      verb,
      from: ['selected'],
      args,
      rfc,
      summary,
      traits,
      outcomes: {
        ok: { to: 'same', says, when: 'always: to find nothing is no failure' },
        ...badCharset,
        ...unknownKey,
      },
      run(cx, asked, take) {
        const { charset, returns } = asked;
        const item = unknownFor(cx, asked);
        if (item !== undefined) return take.foreign({ item });
        const key = decodedKey(asked.key, charset);
        if (key === undefined)
          return take.badCharset({ charset: charset ?? '' }, { state: lostIn(cx.state, returns) });
        const fresh = upToDate(cx, traits);
        const now = mentions(key, 'thread') ? threaded(fresh) : fresh;
        const telling = { tag: cx.tag, uid: traits.uid === true, modseq: mentions(key, 'modseq') };
        const { line, rows } = answer(cx, now, { ...asked, key }, telling);
        const session = sessionAfter(now, key);
        return take.ok({
          host: now.host,
          session,
          state: savedIn(now.state, returns, { rows }),
          say: [...now.say, condstoreLine(now.state, now.host, now.session, session), line],
        });
      },
    });
