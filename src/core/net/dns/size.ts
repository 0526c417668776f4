// How many octets an answer has on the wire (RFC 1035 §4.1), names compressed (§4.1.4), with EDNS (RFC 6891 §6.1.2).
import {
  labelsOf,
  type Answer,
  type DomainName,
  type Question,
  type ResourceRecord,
} from '../../base/dns.ts';

const HEADER = 12;
const POINTER = 2;
export const EDNS = 11;
/** Type, class, TTL, and how long the data are. */
const FIXED = 10;

/** Names that were written before, to point at. */
type Written = Set<DomainName>;
function nameSize(name: DomainName, written: Written): number {
  const labels = labelsOf(name);
  let size = 0;
  for (const [i, label] of labels.entries()) {
    const rest = labels.slice(i).join('.');
    if (written.has(rest)) return size + POINTER;
    written.add(rest);
    size += 1 + label.length;
  }
  return size + 1;
}
/** Only the types of RFC 1035 have their names compressed (RFC 3597 §4). */
function dataSize(record: ResourceRecord, written: Written): number {
  switch (record.type) {
    case 'A':
      return 4;
    case 'AAAA':
      return 16;
    case 'MX':
      return 2 + nameSize(record.exchange, written);
    case 'TXT':
      return record.strings.reduce((sum, text) => sum + 1 + text.length, 0);
    case 'CNAME':
    case 'PTR':
    case 'NS':
      return nameSize(record.target, written);
    case 'SRV':
      return 6 + nameSize(record.target, new Set());
    case 'TLSA':
      return 3 + record.association.length / 2;
    case 'SOA':
      return nameSize(record.primary, written) + nameSize(record.responsible, written) + 20;
  }
}
export function messageSize(question: Question, { records, authority }: Answer): number {
  const written: Written = new Set();
  let size = HEADER + nameSize(question.name, written) + 4;
  for (const record of [...records, ...authority])
    size += nameSize(record.name, written) + FIXED + dataSize(record, written);
  return size + EDNS;
}
