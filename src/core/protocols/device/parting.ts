// A talk that ends before its time: the server is gone, or silent, or what it says has no end.
import type { Rfc } from '../../base/ids.ts';
import type { Take, Taken } from '../../spec/take.ts';
import { deviceOf, over, type Calling, type Place } from './shape.ts';

interface From<F extends string> {
  readonly from: readonly F[];
  readonly rfc: Rfc;
}
interface Parting<F extends string, S> {
  readonly closed: From<F>;
  readonly late: From<F>;
  readonly endless: From<F> & { readonly summary: string };
  /** What it means for the mail. */
  readonly lost: { readonly when: string; readonly rfc?: Rfc };
  /** Nothing depends on the last answer; only while `leaving` is that so at all. */
  readonly isSettled: (session: S) => boolean;
}
export function parting<const F extends string, S>({
  closed,
  late,
  endless,
  lost,
  isSettled,
}: Parting<F, S>) {
  const outcomes = {
    gone: { to: 'closed', when: 'nothing was to be said any more' },
    lost: { to: 'closed', ...lost },
  } as const;
  type Cx = Place & { readonly at: { readonly name: string }; readonly session: S };
  /** Where something had gone wrong before, that is what is worth telling. */
  const run = (cx: Cx, _happening: unknown, take: Take<Calling, string, typeof outcomes>): Taken =>
    cx.at.name === 'leaving' && isSettled(cx.session)
      ? take.gone(over(cx, deviceOf(cx).trouble))
      : take.lost(over(cx, { what: 'lost', said: '' }));
  return [
    { on: 'closed', ...closed, summary: 'The server has hung up.', outcomes, run },
    { on: 'late', ...late, summary: 'The server has not answered in time.', outcomes, run },
    { on: 'endless', ...endless, outcomes, run },
  ] as const;
}
