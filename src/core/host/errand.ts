// One letter's way to one domain, while somebody is on it.
import type { Known, Question, RecordOf } from '../base/dns.ts';
import type { HostId } from '../base/ids.ts';
import type { Octets } from '../base/octets.ts';

/** One machine to try. */
export interface Attempt {
  /** The exchanger's name; '' for an address literal. */
  readonly host: string;
  readonly address: string;
  readonly preference: number;
  /** No MX says so: the domain itself stands for one. */
  readonly implicit: boolean;
}
export interface Errand {
  /** As the DNS writes it, in lower case and in ASCII; or an address literal. */
  readonly domain: string;
  /** Its recipients, as places in the envelope. */
  readonly to: readonly number[];
  /** `asking`: the DNS is asked where to; `talking`: a client is on its way; `over`: it is back. */
  readonly phase: 'asking' | 'talking' | 'over';
  /** What the DNS has said so far. */
  readonly known: readonly Known[];
  /** What it waits to be told; null: nothing. */
  readonly asked: Question | null;
  /** Where it has not been tried yet, in order. */
  readonly ways: readonly Attempt[];
  /** The same machine once more, without TLS: a handshake has failed (RFC 7435 §3). */
  readonly again: Attempt | null;
  /** Somebody did not answer, or asked to come again: it is worth another try another time. */
  readonly hope: boolean;
}
export const errandWith = (it: Errand, to: Partial<Omit<Errand, 'domain'>>): Errand => ({
  domain: it.domain,
  to: to.to ?? it.to,
  phase: to.phase ?? it.phase,
  known: to.known ?? it.known,
  asked: to.asked === undefined ? it.asked : to.asked,
  ways: to.ways ?? it.ways,
  again: to.again === undefined ? it.again : to.again,
  hope: to.hope ?? it.hope,
});
/** What a client is sent out with. */
export interface Mission {
  /** The letter, by its number in the queue. */
  readonly job: string;
  readonly domain: string;
  readonly to: readonly number[];
  readonly attempt: Attempt;
  /** Do without TLS, whatever is offered. */
  readonly plain: boolean;
  /** Its zone is signed and promises TLS (RFC 7672 §2.2); absent: nobody has. */
  readonly pins?: Pins;
  /** Of the world, in whose certificates it is seen; absent where nothing is pinned. */
  readonly seed?: number;
  /** To be handed in by somebody (RFC 6409 §4.3); absent: from one server to another. */
  readonly login?: Login;
}
/** What the TLSA records under a server's name say of its certificate. */
export interface Pins {
  /** The name they stand below, without a last dot. */
  readonly base: string;
  readonly records: readonly RecordOf<'TLSA'>[];
}
export interface Login {
  readonly user: Octets;
  readonly password: Octets;
  /** TLS comes first (RFC 8314 §3.3). */
  readonly secure: boolean;
  /** STARTTLS does, and nothing is said without (RFC 3207 §4.1). */
  readonly upgrade: boolean;
}
export const noMission: Mission = {
  job: '',
  domain: '',
  to: [],
  attempt: { host: '', address: '', preference: 0, implicit: true },
  plain: false,
};
/** Who is spoken to, for people: a name, or an address in brackets where there is no name. */
export const nameOf = ({ host, address }: Attempt): HostId => (host === '' ? `[${address}]` : host);
