// "I am here again: send what you keep for me." The server dials back, so that nobody can ask in another's name (RFC 1985 §3).
import { hurry } from '../../../host/hurry.ts';
import { relaysFor } from '../../../host/recipient.ts';
import { only, token } from '../../../spec/grammar.ts';
import type { Extension } from '../../../spec/protocol.ts';
import { wrongDomain } from '../path.ts';
import { command, type Smtp } from '../shape.ts';

const isForServers = ({ role }: Smtp['session']): boolean => role === 'mx';
const start = command({
  verb: 'ETRN',
  from: ['ready'],
  args: only(
    token('domain', /[@#]?[^ \r\n]+/, (it) => it, {
      rfc: '1985#5',
      expected: 'a domain, @ and a domain for all beneath it too, or # and the name of a queue',
    }),
  ),
  rfc: '1985#5',
  traits: { endsGroup: true },
  summary: 'Send me what you keep for this domain, over a connection of your own.',
  offered: isForServers,
  outcomes: {
    started: {
      to: 'same',
      says: '253 2.0.0 {count} pending messages for node {node} started',
      when: 'letters are waiting for it',
    },
    none: { to: 'same', says: '251 2.0.0 No messages waiting for node {node}', when: 'none is' },
    notHere: {
      to: 'same',
      says: '502 5.5.1 Nobody is called back from this port; ETRN is for port 25',
      when: 'the port is not for other servers',
      rfc: '1985#3',
    },
    noQueue: {
      to: 'same',
      says: '458 4.3.0 Unable to queue messages for node {node}: no queue here has a name',
      when: 'a queue is asked for by its name',
      rfc: '1985#5.3',
    },
    notAllowed: {
      to: 'same',
      says: '459 4.7.0 Node {node} not allowed: this server keeps no mail for it',
      when: 'it is not a domain whose mail this host takes to pass it on',
      rfc: '1985#5.1',
    },
    wrong: {
      to: 'same',
      says: '501 5.5.4 {node} is no name of a node: {why}',
      when: 'it is not written as domains are',
      rfc: '1985#5.1',
    },
  },
  run({ host, session, now }, node, take) {
    if (!isForServers(session)) return take.notHere();
    if (node.startsWith('#')) return take.noQueue({ node });
    const beneath = node.startsWith('@');
    const domain = beneath ? node.slice(1) : node;
    const why = wrongDomain(domain);
    if (why !== '') return take.wrong({ node, why });
    if (!relaysFor(host, domain)) return take.notAllowed({ node });
    const { host: after, count } = hurry(host, { domain, beneath }, now);
    return count === 0 ? take.none({ node }) : take.started({ count, node }, { host: after });
  },
});
export const etrn: Extension<Smtp> = {
  keyword: 'ETRN',
  rfc: '1985#3',
  summary: 'A host that was away can ask for its mail.',
  adverts: (session) => (isForServers(session) ? 'ETRN' : undefined),
  commands: [start],
};
