// From 250 on the message is ours (RFC 5321 §6.1): into the mailboxes here, into the outgoing for elsewhere.
import type { Octets } from '../../../../src/core/base/octets.ts';
import { deliver, localUser, type Host, type HostFact, type Job } from '../host.ts';
import type { Envelope, Smtp } from './shape.ts';

interface Accepted {
  readonly id: string;
  readonly move: {
    readonly host: Host;
    readonly facts: readonly HostFact[];
    readonly effects: readonly Smtp['effect'][];
  };
}
export function accept(start: Host, envelope: Envelope, body: Octets): Accepted {
  const id = `Q${start.count}`;
  let host: Host = { ...start, count: start.count + 1 };
  const facts: HostFact[] = [{ type: 'queued', id }];
  const away = new Map<string, string[]>();
  for (const to of envelope.to) {
    const user = localUser(host, to);
    if (user === undefined) {
      const d = to.slice(to.indexOf('@') + 1);
      away.set(d, [...(away.get(d) ?? []), to]);
      continue;
    }
    const done = deliver(host, user, body);
    host = done.host;
    facts.push(...done.facts);
  }
  const jobs = [...away].map(([domain, to]): [string, Job] => [
    domain,
    { id, helo: host.domain, from: envelope.from, to, body },
  ]);
  if (jobs.length > 0) host = { ...host, outgoing: [...host.outgoing, ...jobs.map(([, job]) => job)] };
  return {
    id,
    move: {
      host,
      facts,
      effects: jobs.map(([domain, job]) => ({
        type: 'connect',
        to: host.policy.relays[domain] ?? '',
        port: 25,
        run: { machine: 'smtp-client', given: { job } },
      })),
    },
  };
}
