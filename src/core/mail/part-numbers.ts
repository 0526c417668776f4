import type { Part } from './part.ts';

export interface NumberedPart {
  /** `2.1`, as in `BODY[2.1]` (RFC 9051 §6.4.5.1). */
  readonly number: string;
  readonly part: Part;
}

/** Every part that has a number, in the order of the message. The message itself has none, unless it is its only part. */
export const numberedParts = (root: Part): readonly NumberedPart[] => ofMessage(root, '');

const ofMessage = (message: Part, prefix: string): readonly NumberedPart[] =>
  (message.children.length > 0 ? message.children : [message]).flatMap((part, i) =>
    withInside(part, `${prefix}${i + 1}`),
  );
function withInside(part: Part, number: string): readonly NumberedPart[] {
  const inside = part.message
    ? ofMessage(part.message, `${number}.`)
    : part.children.flatMap((child, i) => withInside(child, `${number}.${i + 1}`));
  return [{ number, part }, ...inside];
}
