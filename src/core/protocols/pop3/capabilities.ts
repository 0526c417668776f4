// What is announced and adds no command (RFC 2449 §6). Clients find APOP by the greeting, so it has no line here.
import type { Rfc } from '../../base/ids.ts';
import type { Extension } from '../../spec/protocol.ts';
import type { Pop3 } from './shape.ts';

const announced = (keyword: string, rfc: Rfc, summary: string, line = keyword): Extension<Pop3> => ({
  keyword,
  rfc,
  summary,
  adverts: () => line,
});
export const capabilities: readonly Extension<Pop3>[] = [
  announced('RESP-CODES', '2449#6.4', 'A reply that begins with [ has a code for programs.'),
  announced('AUTH-RESP-CODE', '3206#6', 'Only [AUTH] means that name or password is wrong.'),
  announced('PIPELINING', '2449#6.6', 'Several commands may be sent before the first reply.'),
  announced('EXPIRE', '2449#6.7', 'Mail that is left here stays here.', 'EXPIRE NEVER'),
  announced('IMPLEMENTATION', '2449#6.9', 'Which server this is.', 'IMPLEMENTATION Mailwire'),
];
