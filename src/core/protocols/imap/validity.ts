import type { Host } from '../../host/host.ts';
import type { Mailbox } from '../../store/mailbox.ts';

/** The UIDVALIDITY clients are told. */
export const validityOf = ({ policy }: Host, { uidValidity }: Pick<Mailbox, 'uidValidity'>): number =>
  uidValidity + policy.uidValidityShift;
