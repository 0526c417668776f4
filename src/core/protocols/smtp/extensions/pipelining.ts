import type { Extension } from '../../../spec/protocol.ts';
import type { Smtp } from '../shape.ts';

/** Frames are taken one at a time, each in the state the one before led to: nothing else is needed. */
export const pipelining: Extension<Smtp> = {
  keyword: 'PIPELINING',
  rfc: '2920#3',
  summary: 'Several commands may be sent before the first reply.',
  adverts: () => 'PIPELINING',
};
