import type { SceneFlight } from '../../../src/core/trace/scene-types.ts';

/** A command half-way from where somebody sits to a server. */
export const flight: SceneFlight = {
  event: 1,
  conn: 1,
  from: 'desk0',
  to: 'pop',
  dir: 'a>b',
  text: 'MAIL FROM:<you@client.example.net>\r\n',
  size: 36,
  secure: false,
  kind: 'text',
  progress: 0.5,
  segment: 0,
  segments: 1,
  again: false,
  refusal: false,
};
