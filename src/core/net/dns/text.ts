// A record as zone files write it (RFC 1035 §5.1).
import type { RecordData, ResourceRecord } from '../../base/dns.ts';
import type { Octets } from '../../base/octets.ts';

/** A character string in quotes; what is not printable as \DDD. */
const quoted = (octets: Octets): string =>
  `"${octets.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll(/[^ -~]/g, (c) => `\\${String(c.charCodeAt(0)).padStart(3, '0')}`)}"`;

/** What stands after the type, as dig prints it. */
export function dataText(data: RecordData): string {
  switch (data.type) {
    case 'A':
    case 'AAAA':
      return data.address;
    case 'MX':
      return `${data.preference} ${data.exchange}`;
    case 'TXT':
      return data.strings.map(quoted).join(' ');
    case 'CNAME':
    case 'PTR':
    case 'NS':
      return data.target;
    case 'SRV':
      return `${data.priority} ${data.weight} ${data.port} ${data.target}`;
    case 'TLSA': {
      const parts = data.association.match(/.{1,56}/g) ?? [];
      return `${data.usage} ${data.selector} ${data.matching} ${parts.join(' ')}`;
    }
    case 'SOA': {
      const { primary, responsible, serial, refresh, retry, expire, minimum } = data;
      return [primary, responsible, serial, refresh, retry, expire, minimum].join(' ');
    }
  }
}
/** One line; reading it again gives this record. */
export const recordText = (record: ResourceRecord): string =>
  `${record.name} ${record.ttl} ${record.type} ${dataText(record)}`;
/** Do they say the same of the same name, for however long? */
export const isSameRecord = (a: ResourceRecord, b: ResourceRecord): boolean =>
  a.name === b.name && a.type === b.type && dataText(a) === dataText(b);
