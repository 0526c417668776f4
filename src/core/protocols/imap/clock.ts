import { SECOND } from '../../base/time.ts';
import type { Cx } from '../../spec/protocol.ts';
import type { Imap } from './shape.ts';

/** Unix seconds. */
export const unixNow = ({ epoch, now }: Pick<Cx<Imap>, 'epoch' | 'now'>): number =>
  epoch + Math.floor(now / SECOND);
