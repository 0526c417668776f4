// The fields by which a letter says what it answers (RFC 5322 §3.6.4).
import { CRLF, type Octets } from '../base/octets.ts';
import { withoutComments } from './comment.ts';
import { fieldOf, headerOf, unfolded } from './fields.ts';

/** The whole thread so far, oldest first, then the letter itself. A name that cannot be written again is left out. */
export function threadFields(answered: Octets): readonly Octets[] {
  const header = headerOf(answered);
  const namesIn = (name: string): readonly Octets[] => {
    const field = fieldOf(header, name);
    return field ? (withoutComments(unfolded(answered, field)).match(/<[!-;=?-~]+>/g) ?? []) : [];
  };
  const own = namesIn('message-id').slice(0, 1);
  const [references, parents] = [namesIn('references'), namesIn('in-reply-to')];
  // of several parents none is the one before
  const before = references.length > 0 || parents.length > 1 ? references : parents;
  const thread = [...before.filter((it) => !own.includes(it)), ...own];
  return [
    ...own.map((it) => `In-Reply-To: ${it}`),
    // each on a line of its own: together they may be longer than a line (§2.1.1)
    ...(thread.length > 0 ? [`References: ${thread.join(`${CRLF} `)}`] : []),
  ];
}
