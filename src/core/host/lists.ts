// Mailing lists and people who are answered for, as a store keeps them.
import type { Octets } from '../base/octets.ts';
import type { Micros } from '../base/time.ts';

/** Whoever writes to it writes to all its members; whatever goes wrong is its owner's business (RFC 5321 §3.9.2). */
export interface MailingList {
  /** For people. */
  readonly title: string;
  readonly members: readonly string[];
  /** A name or an address: who hears of what goes wrong, and of who wants to leave. */
  readonly owner: string;
  /** Put before every subject, in brackets; '': nothing is. */
  readonly tag: string;
  /** Put below every letter of plain text; '': nothing is. */
  readonly footer: string;
}
/** Answers letters for a user (RFC 3834): that he is away, or that somebody will look at it, each with a number. */
export interface Robot {
  readonly kind: 'vacation' | 'ticket';
  readonly text: string;
}
/** By user and sender: when one was last told that the other is away. */
export type Answered = Readonly<Record<string, Micros>>;

/** A list's own addresses, by what follows its name. */
const OFFICES = /^(.+?)-(?:bounces(?:\+.*)?|owner|request|unsubscribe)$/;
export const isOffice = (local: Octets): boolean => OFFICES.test(local);
/** The list whose owner gets the mail of such an address. */
export const listBehind = (
  lists: Readonly<Record<string, MailingList>>,
  local: Octets,
): MailingList | undefined => {
  const name = OFFICES.exec(local)?.[1];
  return name !== undefined && Object.hasOwn(lists, name) ? lists[name] : undefined;
};
