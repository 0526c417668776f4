// The status code behind a reply (RFC 3463 §2): its own, or the least that its first digit says.
const REPLY = /^([245])\d\d(?: ([245]\.\d{1,3}\.\d{1,3}))?/;
export function statusOf(reply: string): string {
  const [, first, enhanced] = REPLY.exec(reply) ?? [];
  return enhanced ?? (first === undefined ? '4.0.0' : `${first}.0.0`);
}
