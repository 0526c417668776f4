import { useStore } from 'zustand';
import { useEngine } from '../../app/useEngine.ts';
import { consoleModel } from '../console/model.ts';
import type { Anatomy } from '../../core/trace/anatomy.ts';
import type { Piece } from '../../core/trace/pieces.ts';
import { useAnatomy } from '../bytes/shown.ts';
import { styleOf } from '../bytes/styles.ts';
import { words } from '../bytes/words.ts';
import { gaze, type LookedLine } from '../shell/gaze.ts';
import { shortened, visible } from '../shell/words.ts';

/** More than this of one line is for the panel that shows every octet. */
const MOST = 30;

/** Below the console: what each word of the line that is pointed at is. */
export function TokenLine() {
  const model = consoleModel(useEngine((s) => s.console));
  const toured = useStore(model.view, (view) => view.tour !== '');
  const event = useStore(gaze, (it) => it.event);
  const line = useStore(gaze, (it) => it.line);
  return line && line.octets !== '' && !toured ? <Tokens key={event} index={event} line={line} /> : null;
}
function Tokens({ index, line }: { readonly index: number; readonly line: LookedLine }) {
  const anatomy = useAnatomy({ index });
  const tokens = anatomy ? tokensOf(anatomy, line) : [];
  if (tokens.length < 2) return null;
  const voice = line.by === 'typed' ? 'client' : 'server';
  return (
    <dl
      data-tokens=""
      // what a login says is said there already
      className="absolute inset-0 flex flex-wrap content-start items-start gap-x-3.5 gap-y-1 overflow-hidden bg-pane px-4.5 py-2 short:gap-y-3 short:py-1 [div:has(>:is([data-credential],[data-why]))>&]:hidden"
    >
      {tokens.map(({ from, text, piece }) => (
        <div key={from} className="flex max-w-full flex-col-reverse short:flex-row short:gap-x-1.5">
          <dt className="text-tiny leading-4 text-soft">{roleOf(piece)}</dt>
          <dd
            translate="no"
            data-wire=""
            className={`mono truncate text-small ${styleOf(piece.kind, voice)}`}
          >
            {text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
const roleOf = ({ kind, name }: Piece): string => (name === '' ? words.kinds[kind] : name);

interface Token {
  readonly from: number;
  readonly text: string;
  readonly piece: Piece;
}
/** As the console shows them: a password is dots here too. */
function tokensOf(anatomy: Anatomy, { by, octets, text }: LookedLine): readonly Token[] {
  const start = anatomy.octets.indexOf(octets);
  const same = text.length === octets.length;
  // beyond ASCII nobody knows which of the octets are those that are hidden
  if (start < 0 || (by === 'typed' && !same)) return [];
  return anatomy
    .pieces(start, start + octets.length)
    .filter(({ kind }) => kind !== 'space' && kind !== 'mark' && kind !== 'end')
    .slice(0, MOST)
    .map((piece) => {
      const from = Math.max(0, piece.from - start);
      const to = Math.min(octets.length, piece.to - start);
      const shown = same ? text.slice(from, to) : visible(octets.slice(from, to));
      return { from, text: shortened(shown, 48), piece };
    });
}
