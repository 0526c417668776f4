// What is often said of mail and is not so: where it is written how it is, and which lesson lets one see it.
interface Right {
  readonly rfc: readonly string[];
  readonly lesson: string;
}
export const CLAIMS = {
  port587: { rfc: ['5321#4.5.4.2', '6409#3.1'], lesson: 'F2' },
  tls587: { rfc: ['3207#4', '8314#3.3'], lesson: 'T2' },
  secureVersion: { rfc: ['8314#3'], lesson: 'T1' },
  sendReceive: { rfc: ['5321#2.1'], lesson: 'F1' },
  direct: { rfc: ['5321#5.1', '5321#4.5.4.1'], lesson: 'J2' },
  delivered: { rfc: ['5321#4.2.5', '5321#6.1'], lesson: 'J1' },
  popDeletes: { rfc: ['1939#5', '1939#6'], lesson: 'P2' },
  popDevice: { rfc: ['1939#7', '2449#8.1.2'], lesson: 'P3' },
  imapBetter: { rfc: ['9051#1'], lesson: 'I1' },
  imapDelete: { rfc: ['9051#6.4.3', '9051#6.4.1', '9051#6.4.8'], lesson: 'I8' },
  sync: { rfc: ['9051#2.3.1.1', '9051#5.2'], lesson: 'I9' },
  envelope: { rfc: ['5321#2.3.1', '5321#3.3'], lesson: 'S2' },
  base64: { rfc: ['4954#9', '8314#3'], lesson: 'T1' },
} as const satisfies Readonly<Record<string, Right>>;
export type Claim = keyof typeof CLAIMS;
