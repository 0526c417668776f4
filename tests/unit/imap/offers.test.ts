// What each host of the standard world says it can do, and that the knob and the declaration name the same extensions.
import { describe, expect, test } from 'vitest';
import { IMAP_EXTENSIONS } from '../../../src/core/host/imap-knobs.ts';
import { imap } from '../../../src/core/protocols/imap/protocol.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { advertsOf } from '../../../src/core/spec/adverts.ts';

const world = standard();
const offers = (id: string): readonly string[] => {
  const host = world.hosts[id];
  if (!host) throw new Error(`no ${id}`);
  return advertsOf(imap, { ...imap.session, tls: true, user: 'somebody' }, host).flatMap((line) =>
    line.split(' '),
  );
};
describe('what a host offers after the login', () => {
  test('the laboratory everything', () => {
    expect(offers('lab.example.net')).toEqual(
      expect.arrayContaining(['IMAP4rev1', 'IMAP4rev2', 'LITERAL+', ...IMAP_EXTENSIONS]),
    );
  });
  test('the bookshop what a good modern server does', () => {
    const here = offers('imap.example.com');
    expect(here).toEqual(
      expect.arrayContaining(['IMAP4rev2', 'LITERAL-', 'QRESYNC', 'MOVE', 'IDLE', 'SPECIAL-USE']),
    );
    expect(here).not.toContain('UNAUTHENTICATE');
  });
  test('the university the first revision and little else', () => {
    expect(offers('mail.example.org')).toEqual(['IMAP4rev1', 'IDLE', 'NAMESPACE', 'CHILDREN']);
  });
});
test('what can be switched off is declared, and the other way round', () => {
  const always = ['IMAP4rev1', 'IMAP4rev2', 'LITERAL', 'STARTTLS', 'LOGINDISABLED', 'AUTH'];
  const declared = imap.extensions
    .flatMap(({ keyword }) =>
      keyword === 'THREAD' ? ['THREAD=ORDEREDSUBJECT', 'THREAD=REFERENCES'] : [keyword],
    )
    .filter((keyword) => !always.includes(keyword));
  expect(declared.toSorted()).toEqual(IMAP_EXTENSIONS.toSorted());
});
