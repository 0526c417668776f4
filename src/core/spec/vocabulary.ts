// The words to write a protocol in.
import type { Command, Parameter, Signal } from './protocol.ts';
import type { Outcomes, Shape, SignalName, StateName } from './take.ts';

/** `const { command, signal } = vocabulary<Pop3>()`: they return what they are given; the types do the work. */
export const vocabulary = <P extends Shape>(): {
  command: <const F extends StateName<P>, A, const Os extends Outcomes<P>>(
    c: Command<P, F, A, Os>,
  ) => Command<P, F, A, Os>;
  signal: <const K extends SignalName<P>, const F extends StateName<P>, const Os extends Outcomes<P>>(
    s: Signal<P, K, F, Os>,
  ) => Signal<P, K, F, Os>;
  parameter: <const F extends StateName<P>, A, const Os extends Outcomes<P>>(
    p: Parameter<P, F, A, Os>,
  ) => Parameter<P, F, A, Os>;
} => ({ command: (c) => c, signal: (s) => s, parameter: (p) => p });
