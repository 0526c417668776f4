import { anywhere, command } from '../shape.ts';
import { domain } from '../path.ts';

export const ehlo = command({
  verb: 'EHLO',
  from: anywhere,
  args: domain,
  rfc: '5321#4.1.1.1',
  traits: { endsGroup: true },
  summary: 'Say who you are and ask what the server can do.',
  outcomes: {
    ok: {
      to: 'ready',
      says: '250 {domain} greets {client}\n{*keywords}',
      when: 'always; any open transaction is dropped',
      rfc: '5321#4.1.4',
    },
  },
  run: ({ host, adverts }, client, take) =>
    take.ok({ domain: host.domain, client, keywords: adverts() }, { session: { client, esmtp: true } }),
});
export const helo = command({
  verb: 'HELO',
  from: anywhere,
  args: domain,
  rfc: '5321#4.1.1.1',
  traits: { endsGroup: true },
  summary: 'The old hello: no extensions.',
  outcomes: { ok: { to: 'ready', says: '250 {domain}', when: 'always' } },
  run: ({ host }, client, take) => take.ok({ domain: host.domain }, { session: { client, esmtp: false } }),
});
