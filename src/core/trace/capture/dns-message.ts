// A question and its answer as octets (RFC 1035 §4.1), names compressed (§4.1.4), with EDNS (RFC 6891 §6.1.2). `net/dns/size.ts` tells how
// many, without writing any.
import {
  labelsOf,
  misnamed,
  RCODE,
  type Answer,
  type DomainName,
  type Question,
  type QueryType,
  type ResourceRecord,
} from '../../base/dns.ts';
import { isOctets, type Octets } from '../../base/octets.ts';
import { addressOctets, be16, be32 } from './packet.ts';

/** RFC 1035 §3.2.2, §3.2.3; AAAA: RFC 3596; SRV: RFC 2782; TLSA: RFC 6698 §7.1; ANY is a question's alone. */
const TYPE: Readonly<Record<QueryType, number>> = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  TLSA: 52,
  ANY: 255,
};
const INTERNET = 1;
const FLAG = { qr: 0x8000, aa: 0x0400, tc: 0x0200, rd: 0x0100, ra: 0x0080, ad: 0x0020 } as const;
/** What a datagram may hold (RFC 768), with room for the headers before it. */
const MOST = 65_000;
/** No name; how large a datagram may be (as dig says); version 0; nothing more. */
const EDNS: Octets = `\0${be16(41)}${be16(1232)}${be32(0)}${be16(0)}`;

/** Grows; `names`: where each was written, to point at. */
interface Writing {
  octets: Octets;
  readonly names: Map<string, number>;
}
/** A pointer has 14 bits. */
const FARTHEST = 0x3fff;

function writeName(w: Writing, name: DomainName, compressed = true): void {
  const labels = labelsOf(name);
  for (const [i, label] of labels.entries()) {
    const rest = labels.slice(i).join('.');
    const before = compressed ? w.names.get(rest) : undefined;
    if (before !== undefined) {
      w.octets += be16(0xc000 + before);
      return;
    }
    if (compressed && w.octets.length <= FARTHEST) w.names.set(rest, w.octets.length);
    w.octets += String.fromCharCode(label.length) + label;
  }
  w.octets += '\0';
}
/** Only the types of RFC 1035 have their names compressed (RFC 3597 §4). */
function writeData(w: Writing, record: ResourceRecord): void {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      w.octets += addressOctets(record.address);
      return;
    case 'MX':
      w.octets += be16(record.preference);
      writeName(w, record.exchange);
      return;
    case 'TXT':
      for (const text of record.strings) w.octets += String.fromCharCode(text.length) + text;
      return;
    case 'CNAME':
    case 'PTR':
    case 'NS':
      writeName(w, record.target);
      return;
    case 'SRV':
      w.octets += be16(record.priority) + be16(record.weight) + be16(record.port);
      writeName(w, record.target, false);
      return;
    case 'TLSA':
      w.octets += String.fromCharCode(record.usage, record.selector, record.matching);
      w.octets += record.association.replaceAll(/../g, (two) =>
        String.fromCharCode(Number.parseInt(two, 16)),
      );
      return;
    case 'SOA':
      writeName(w, record.primary);
      writeName(w, record.responsible);
      w.octets += [record.serial, record.refresh, record.retry, record.expire, record.minimum]
        .map(be32)
        .join('');
  }
}
function writeRecord(w: Writing, record: ResourceRecord): void {
  writeName(w, record.name);
  w.octets += be16(TYPE[record.type]) + be16(INTERNET) + be32(record.ttl);
  const at = w.octets.length;
  // how long the data are is known once they are written; they are written where they will stand, or nothing could point at them
  w.octets += '\0\0';
  writeData(w, record);
  w.octets = w.octets.slice(0, at) + be16(w.octets.length - at - 2) + w.octets.slice(at + 2);
}
const flagsOf = (answer: Answer | null, truncated: boolean): number =>
  answer === null
    ? FLAG.rd
    : FLAG.qr |
      FLAG.rd |
      (answer.aa ? FLAG.aa : 0) |
      (truncated ? FLAG.tc : 0) |
      // who answers only for zones of its own does not recurse
      (answer.aa || answer.status === 'refused' ? 0 : FLAG.ra) |
      (answer.ad ? FLAG.ad : 0) |
      RCODE[answer.status];

/** `answer` null: the question. Undefined: no message can hold such a name. */
export function messageOctets(id: number, question: Question, answer: Answer | null): Octets | undefined {
  if (misnamed(question.name) !== undefined || !isOctets(question.name)) return undefined;
  const whole = messageOf(id, question, answer, false);
  return whole.length > MOST ? messageOf(id, question, answer, true) : whole;
}
/** Of what does not fit, nothing is said but that there is more (RFC 2181 §9). */
function messageOf(id: number, question: Question, answer: Answer | null, truncated: boolean): Octets {
  const [records, authority] = answer && !truncated ? [answer.records, answer.authority] : [[], []];
  const counts = [1, records.length, authority.length, 1].map(be16).join('');
  const w: Writing = { octets: be16(id) + be16(flagsOf(answer, truncated)) + counts, names: new Map() };
  writeName(w, question.name);
  w.octets += be16(TYPE[question.type]) + be16(INTERNET);
  for (const record of [...records, ...authority]) writeRecord(w, record);
  return w.octets + EDNS;
}
