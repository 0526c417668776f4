import { useId, type KeyboardEvent, type PointerEvent } from 'react';
import type { Anatomy } from '../../core/trace/anatomy.ts';
import type { Piece } from '../../core/trace/pieces.ts';
import type { Credential } from '../../core/trace/credential.ts';
import { shortened, visible } from '../shell/words.ts';
import { styleOf } from './styles.ts';
import { words } from './words.ts';

/** More than this of one send is read below, octet by octet. */
const MOST = 120;
/** Where the list looks for them. */
const REACH = 8192;
const firstPieces = (anatomy: Anatomy): readonly Piece[] =>
  anatomy
    .pieces(0, Math.min(anatomy.octets.length, REACH))
    .filter(({ kind }) => kind !== 'space')
    .slice(0, MOST);

interface Props {
  readonly anatomy: Anatomy;
  readonly voice: 'client' | 'server';
  readonly credential: Credential | undefined;
  readonly lit: number;
  readonly light: (piece: number) => void;
}
const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** The pieces in order: arrows go from one to the next, and light it among the octets. */
export function Pieces({ anatomy, voice, credential, lit, light }: Props) {
  const id = useId();
  const shown = firstPieces(anatomy);
  const at = shown.findIndex(({ from }) => from === lit);
  const left = anatomy.octets.length - (shown.at(-1)?.to ?? 0);
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const next = at < 0 ? 0 : move(at, shown.length - 1);
    light(shown[next]?.from ?? -1);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onPointerOver = ({ target }: PointerEvent): void => {
    const option = target instanceof Element ? target.closest<HTMLElement>('[data-from]') : null;
    if (option) light(Number(option.dataset['from']));
  };
  return (
    <div className="max-h-[45%] min-h-24 shrink-0 overflow-y-auto border-b border-line">
      <div
        role="listbox"
        aria-label={words.pieces}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
        tabIndex={0}
        data-moves=""
        onKeyDown={onKeyDown}
        onPointerOver={onPointerOver}
        // a finger leaves what it has touched
        onPointerLeave={({ pointerType }) => pointerType !== 'touch' && light(-1)}
        onBlur={() => light(-1)}
        className="py-1.5 outline-offset-[-2px]"
      >
        {shown.map((piece, i) => (
          <One key={piece.from} id={`${id}-${i}`} lit={i === at} {...{ piece, anatomy, voice, credential }} />
        ))}
      </div>
      {left > 0 && <p className="px-3.5 pb-2 text-tiny text-soft">{words.more(left)}</p>}
    </div>
  );
}
function One({
  id,
  piece,
  anatomy,
  voice,
  credential,
  lit,
}: Pick<Props, 'anatomy' | 'voice' | 'credential'> & { id: string; piece: Piece; lit: boolean }) {
  const { from, to, kind, name } = piece;
  const octets = anatomy.octets.slice(from, Math.min(to, from + 400));
  const counted = kind === 'count' ? anatomy.counted.find((it) => it.from === from) : undefined;
  const says = credential?.base64 === anatomy.octets.slice(from, to) ? credential.pieces : undefined;
  const ends = kind === 'end' || kind === 'lf';
  return (
    <div
      id={id}
      role="option"
      aria-selected={lit}
      data-from={from}
      className={`grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2 px-3.5 text-small touch:py-[0.1875rem] ${lit ? 'bg-raised' : ''}`}
    >
      <span className="mono text-tiny leading-[1.125rem] text-faint" title={words.at(from, to)}>
        {from}
        {to - from > 1 ? `–${to - 1}` : ''}
      </span>
      <span className="min-w-0 wrap-anywhere">
        {!ends && (
          <span translate="no" data-wire="" className={`mono ${styleOf(kind, voice)}`}>
            {shortened(visible(octets), 160)}
          </span>
        )}
        <span className={`text-tiny text-soft ${ends ? '' : 'ml-2'}`}>
          {words.kinds[kind]}
          {name !== '' && (
            <span translate="no" data-wire="">
              {kind === 'argument' || kind === 'literal' ? ': ' : ' '}
              {name}
            </span>
          )}
          {counted && ` · ${words.counted(counted.announced, counted.here)}`}
        </span>
        {says && (
          <span className="ml-2 text-tiny text-soft">
            {words.decoded}{' '}
            <span translate="no" data-wire="" className="mono text-small text-refusal">
              {visible(says.map(({ text }) => text).join(''))}
            </span>
          </span>
        )}
      </span>
    </div>
  );
}
