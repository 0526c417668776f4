import { useState } from 'react';
import { engine } from '../../app/engine.ts';
import { useEngine } from '../../app/useEngine.ts';
import { credentialAt, latestCredential, type Credential } from '../../core/trace/credential.ts';
import type { Scene } from '../../core/trace/scene-types.ts';
import { useLateMessages } from '../messages/late.ts';
import { useGaze } from '../shell/useGaze.ts';
import { useScene } from '../shell/scene.ts';
import { visible } from '../shell/words.ts';

/** What is pointed at; else what was said last on the connection of the console in focus. */
function credentialNow(scene: Scene, looked: number, console: string): Credential | undefined {
  const { trace } = engine.getState();
  const pointed = looked >= 0 && looked <= scene.event ? credentialAt(trace, looked) : undefined;
  if (pointed || looked >= 0) return pointed;
  const conn = scene.conns.findLast((c) => c.console === console);
  return conn && latestCredential(trace, conn.id, scene.event);
}
function Plain({ pieces, shown }: { pieces: NonNullable<Credential['pieces']>; shown: boolean }) {
  const { credential } = useLateMessages();
  if (pieces.length === 0) return <span className="text-soft">{credential.nothing}</span>;
  return (
    <span className="mono text-wire wrap-anywhere" translate="no" data-wire="">
      {pieces.map(({ text, secret }, i) => (
        <span key={i} className={secret ? 'text-refusal' : ''}>
          {secret && !shown ? '•'.repeat(Math.min(24, text.length)) : <Controls text={text} />}
        </span>
      ))}
    </span>
  );
}
/** NUL and the like by name: they part one thing from the next here, and few faces have a picture of them. */
const NAMES: Readonly<Record<string, string>> = { '\0': 'NUL', '\x01': 'SOH', '\r': 'CR', '\n': 'LF' };
function Controls({ text }: { text: string }) {
  return text.split(CONTROL).map((part, i) =>
    part in NAMES ? (
      <span key={i} className="mx-0.5 rounded border border-line px-1 text-tiny text-soft">
        {NAMES[part]}
      </span>
    ) : (
      visible(part)
    ),
  );
}
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /([\0\x01\r\n])/;
function Note({ found: { dir, mechanism, base64, pieces }, secure }: { found: Credential; secure: boolean }) {
  const { credential: m } = useLateMessages();
  const [shown, show] = useState(false);
  const secret = pieces?.some((piece) => piece.secret && piece.text !== '') === true;
  const title = dir === 'b>a' ? m.asked : mechanism === '' ? m.answered : m.said(mechanism);
  return (
    <div
      role="group"
      aria-label={m.label}
      data-credential=""
      className="flex basis-full flex-wrap items-baseline gap-x-2.5"
    >
      <span className="text-small text-soft">{title}</span>
      {/* a password is not shown as base64 either: that would be showing it */}
      {!secret && (
        <span className="mono max-w-40 truncate text-small text-soft" translate="no" data-wire="">
          {base64}
        </span>
      )}
      <span aria-hidden="true" className="text-soft">
        →
      </span>
      {pieces ? <Plain pieces={pieces} shown={shown} /> : <span className="text-refusal">{m.broken}</span>}
      {secret && (
        <button
          type="button"
          aria-pressed={shown}
          onClick={() => show(!shown)}
          className="rounded-control border border-line px-1.5 text-small text-soft hover:border-edge hover:text-text"
        >
          {shown ? m.hide : m.show}
        </button>
      )}
      <span className="basis-full text-small text-soft short:basis-auto">{secure ? m.inside : m.lesson}</span>
    </div>
  );
}

/** Beside a login in base64: what it says, to anybody who can read the line. */
export function CredentialNote() {
  const scene = useScene();
  const looked = useGaze();
  const console = useEngine((s) => s.console);
  const found = credentialNow(scene, looked, console);
  const wire = found && engine.getState().trace[found.event];
  const secure = wire?.type === 'wire' && !wire.visible;
  return found ? <Note key={found.event} found={found} secure={secure} /> : null;
}
