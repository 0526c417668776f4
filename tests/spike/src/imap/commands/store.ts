import { withMailbox } from '../../host.ts';
import { seq, token } from '../../../../../src/core/spec/grammar.ts';
import { setFlags } from '../../store.ts';
import { advance } from '../../view.ts';
import { flags, sequenceSet } from '../grammar.ts';
import { command } from '../shape.ts';
import { rowsChosen } from './fetch.ts';

const item = token('item', /[+-]?FLAGS(?:\.SILENT)?/i, (t) => ({
  sign: t.startsWith('+') ? '+' : t.startsWith('-') ? '-' : '=',
  silent: /SILENT$/i.test(t),
}));
const storing = (verb: 'STORE' | 'UID STORE', uid: boolean) =>
  command({
    verb,
    from: ['selected'],
    args: seq({ set: sequenceSet, item, flags }),
    rfc: '9051#6.4.6',
    traits: { mayExpunge: uid, uid },
    summary: 'Change flags.',
    outcomes: {
      ok: {
        to: 'same',
        says: 'OK STORE completed',
        when: 'always; the new flags are told by whoever settles the view',
      },
    },
    run({ state, host }, { set, item, flags }, take) {
      const box = host.store.mailboxes[state.mailbox];
      const uids = new Set<number>();
      for (const [, row] of rowsChosen(state.view, set, uid)) uids.add(row.uid);
      if (!box || uids.size === 0) return take.ok();
      const changed = setFlags(
        box,
        (row) => uids.has(row.uid),
        (old) =>
          item.sign === '='
            ? flags
            : item.sign === '+'
              ? [...new Set([...old, ...flags])]
              : old.filter((f) => !flags.includes(f)),
      );
      const fact = { type: 'flags', mailbox: state.mailbox, uids: [...uids] } as const;
      const move = { host: withMailbox(host, state.mailbox, changed), facts: [fact] };
      // silent: this client is taken to know already, so its view moves on without a word
      return item.silent
        ? take.ok({ ...move, state: { ...state, view: advance(state.view, changed.rows, false).view } })
        : take.ok(move);
    },
  });
export const store = storing('STORE', false);
export const uidStore = storing('UID STORE', true);
