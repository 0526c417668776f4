// What can be taken along, each as a file.
import { cursorOf } from '../../app/cursor.ts';
import { engine, epochOf, sceneNow, worldNow } from '../../app/engine.ts';
import { fileOf, PRESENT } from '../../app/share/open.ts';
import { addressOf, captured, type Look } from '../../core/trace/capture/capture.ts';
import type { EngineState } from '../../app/state.ts';
import { messagesNow } from '../messages/useMessages.ts';
import { letterNow } from '../message/useMessage.ts';
import { rowsOf } from '../sequence/rows.ts';
import { saveFile } from '../shell/files.ts';
import { ladderText, mermaid } from './sequence.ts';
import { sequenceSvg } from './svg.ts';
import { transcriptMarkdown, transcriptText } from './transcript.ts';

export const TAKES = ['text', 'markdown', 'svg', 'mermaid', 'ladder', 'pcapng', 'opened', 'eml'] as const;
export type Take = (typeof TAKES)[number] | 'journal';

interface Made {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}
const text = (name: string, content: string): Made => ({ name, type: 'text/plain;charset=utf-8', content });
const octets = (binary: string): Uint8Array<ArrayBuffer> => Uint8Array.from(binary, (c) => c.charCodeAt(0));

const MAKE: Readonly<Record<Take, (state: EngineState) => Made | undefined>> = {
  text: (state) => text('mailwire.txt', transcriptText(sessionOf(state))),
  markdown: (state) => text('mailwire.md', transcriptMarkdown(sessionOf(state))),
  svg: (state) => ({
    name: 'mailwire.svg',
    type: 'image/svg+xml',
    content: sequenceSvg({
      rows: rowsOf(state.trace),
      hosts: sceneNow(state)?.hosts ?? [],
      epoch: epochOf(state),
      messages: messagesNow(),
    }),
  }),
  mermaid: (state) => text('mailwire.mmd', mermaid(rowsOf(state.trace), messagesNow())),
  ladder: (state) =>
    text('mailwire-sequence.txt', ladderText(rowsOf(state.trace), epochOf(state), messagesNow())),
  pcapng: (state) => packets(state, 'mailwire.pcapng', 'cable'),
  opened: (state) => packets(state, 'mailwire-opened.pcapng', 'opened'),
  eml: (state) => {
    const letter = letterNow(state);
    return letter && { name: 'letter.eml', type: 'message/rfc822', content: octets(letter.octets) };
  },
  journal: (state) => ({
    name: 'mailwire-journal.json',
    type: 'application/json',
    content: fileOf(state, state.live ? PRESENT : cursorOf(state.schedule, state.time)),
  }),
};
const addressIn =
  (state: EngineState) =>
  (host: string): string =>
    addressOf(worldNow(state)?.hosts[host]?.addresses ?? []);
const packets = (state: EngineState, name: string, look: Look): Made => ({
  name,
  type: 'application/x-pcapng',
  content: octets(captured(state.trace, addressIn(state), epochOf(state), look)),
});
const sessionOf = (state: EngineState) => ({ world: state.world, epoch: epochOf(state), trace: state.trace });

/** Saves it. The name of the file; '' when there is nothing of the kind. */
export function take(what: Take): string {
  const made = MAKE[what](engine.getState());
  if (!made) return '';
  saveFile(made.name, made.type, made.content);
  return made.name;
}
