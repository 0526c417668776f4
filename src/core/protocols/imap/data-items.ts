// Extensions that only add something to commands there are.
import type { Extension } from '../../spec/protocol.ts';
import { known } from './capabilities.ts';
import type { Imap } from './shape.ts';

export const dataItems: readonly Extension<Imap>[] = [
  known({ keyword: 'BINARY', rfc: '3516#4', summary: 'Parts come without their transfer encoding.' }),
  known({
    keyword: 'CONDSTORE',
    rfc: '7162#3.1',
    summary: 'Each change has a number: ask for what is newer, change only what is not.',
  }),
  known({
    keyword: 'QRESYNC',
    rfc: '7162#3.2',
    summary: 'Opening a mailbox tells at once what has happened since.',
  }),
  known({
    keyword: 'OBJECTID',
    rfc: '8474#4',
    summary: 'Mailboxes and messages have names that outlive moves and renames.',
  }),
  known({ keyword: 'SAVEDATE', rfc: '8514#4', summary: 'When did a message come into this mailbox?' }),
  known({ keyword: 'PREVIEW', rfc: '8970#3', summary: 'The first words of a message.' }),
];
