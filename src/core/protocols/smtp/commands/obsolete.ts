// Commands of RFC 821 that nobody should use or offer any more (RFC 5321 Appendix F).
import type { Rfc } from '../../../base/ids.ts';
import { text } from '../arguments.ts';
import { anywhere, command } from '../shape.ts';

const gone = (verb: string, summary: string, rfc: Rfc = '5321#F.6') =>
  command({
    verb,
    from: anywhere,
    args: text('arguments'),
    rfc,
    traits: { endsGroup: true },
    summary,
    outcomes: {
      gone: {
        to: 'same',
        says: '502 5.5.1 {verb} went out of use with RFC 821',
        when: 'the command has gone out of use',
      },
    },
    run: (_cx, _text, take) => take.gone({ verb }),
    offered: () => false,
  });
export const obsolete = [
  gone('SEND', 'Once: write to a terminal.'),
  gone('SOML', 'Once: write to a terminal, or else mail.'),
  gone('SAML', 'Once: write to a terminal, and mail.'),
  gone('TURN', 'Once: change roles.', '5321#F.1'),
];
