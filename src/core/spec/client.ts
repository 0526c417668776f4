// The client's side of a protocol hears everything: whatever a server may say has a rule in every state.
import type { Outcome, Shape } from './take.ts';

type Ends = Outcome<Shape> & { readonly to: 'closed' };
const never = (why: string): Ends => ({ to: 'closed', when: `never: ${why}` });
/** What may be declared for when no rule fits: nothing of it but a fault can happen. `heard`: what a client is told, each time. */
export const hearsAll = (heard: 'reply' | 'response' | 'answer') => ({
  unknown: never(`what is no ${heard} has rules of its own`),
  badSequence: never(`every kind of ${heard} is heard in every state`),
  badSyntax: never(`any text is the text of some ${heard}`),
  badParameter: never('there are none'),
  tooLong: never('there is a rule for it'),
  fault: { to: 'closed', when: 'a rule threw' } as const,
});
