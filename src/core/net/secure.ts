// Simulated TLS 1.3 (RFC 8446 §2): who sends which record, and how big it is. No cryptography, and none is claimed:
// an eavesdropper sees sizes and names of records, an endpoint sees the octets.
import type { Octets } from '../base/octets.ts';
import type { Flaw, Tls } from '../spec/machine.ts';

/** How far one end is. `failed`: it has given up, and hears nothing more. */
export type Side = 'off' | 'hello' | 'on' | 'failed';
export interface TlsState {
  readonly a: Side;
  readonly b: Side;
  /** The name the client asked for. */
  readonly serverName: string;
}
export type RecordName = 'ClientHello' | 'ServerHello' | 'Finished' | 'NewSessionTicket' | 'alert';

export const plain: TlsState = { a: 'off', b: 'off', serverName: '' };

/** Octets on the wire, record headers included: typical of OpenSSL 3 with one P-256 certificate and its CA. */
export const recordSize: Readonly<Record<RecordName, number>> = {
  ClientHello: 517,
  ServerHello: 1712, // with EncryptedExtensions, Certificate, CertificateVerify and Finished
  Finished: 80,
  NewSessionTicket: 255,
  alert: 24,
};
/** Octets of plaintext a record holds at most (RFC 8446 §5.1). */
export const RECORD = 16_384;
const OVERHEAD = 22; // header 5, content type 1, tag 16 (RFC 8446 §5.2)

/** What so many octets weigh inside TLS. */
export const sealedSize = (octets: number): number =>
  octets + Math.max(1, Math.ceil(octets / RECORD)) * OVERHEAD;

/**
 * What is left of these octets, sealed, where so many cross and no more: those in whole records; and the record that breaks off, so
 * many octets of which cross and so many do not (0: none does).
 */
export function brokenOff(
  octets: Octets,
  crossing: number,
): { readonly octets: Octets; readonly size: number; readonly lost: number } {
  const whole = Math.floor(crossing / (RECORD + OVERHEAD)) * RECORD;
  const size = crossing % (RECORD + OVERHEAD);
  const lost = sealedSize(Math.min(octets.length - whole, RECORD)) - size;
  return lost > 0 ? { octets: octets.slice(0, whole), size, lost } : { octets, size: 0, lost };
}

/** The header of a record with data in it, so many octets long in all: type, the version of old, length (RFC 8446 §5.2). In clear. */
export function recordHeader(size: number): Octets {
  const length = size - 5;
  return `\x17\x03\x03${String.fromCharCode(length >> 8, length & 0xff)}`;
}

const [VERSION, CIPHER] = ['TLSv1.3', 'TLS_AES_256_GCM_SHA384'];
export const settled = ({ serverName }: TlsState, flaw: 'good' | Flaw): Tls =>
  flaw === 'good'
    ? { version: VERSION, cipher: CIPHER, serverName }
    : { version: VERSION, cipher: CIPHER, serverName, flaw };

/** What a program that does not speak TLS makes of such a record: noise. */
export const noise: Readonly<Record<RecordName, Octets>> = {
  // its line end is chance: a server of lines answers it, as in life one sometimes does
  ClientHello: `\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03${'\xa5'.repeat(504)}\r\n`,
  ServerHello: '\x16\x03\x03',
  Finished: '\x17\x03\x03',
  NewSessionTicket: '\x17\x03\x03',
  alert: '\x15\x03\x01\0\x02\x02\x46',
};
