import type { Extension } from '../../../spec/protocol.ts';
import { none } from '../arguments.ts';
import { command, type Pop3 } from '../shape.ts';

const utf8Mode = command({
  verb: 'UTF8',
  from: ['authorization'],
  args: none,
  rfc: '6856#2.1',
  summary: 'I can read headers in UTF-8: send such letters as they are.',
  outcomes: {
    ok: { to: 'same', says: '+OK From here on, UTF-8', when: 'always; said twice, it changes nothing' },
  },
  run: (_cx, _none, take) => take.ok({ session: { utf8: true } }),
});
export const utf8: Extension<Pop3> = {
  keyword: 'UTF8',
  rfc: '6856#2',
  summary: 'Headers in UTF-8; and names and passwords too.',
  adverts: () => 'UTF8 USER',
  commands: [utf8Mode],
};
