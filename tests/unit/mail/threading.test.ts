import { describe, expect, test } from 'vitest';
import { baseSubject } from '../../../src/core/mail/base-subject.ts';
import { messageIds, threadIds } from '../../../src/core/mail/message-ids.ts';

describe('the base subject', () => {
  test.each([
    ['Plain', 'Plain', false],
    ['  many \t spaces\r\n here ', 'many spaces here', false],
    ['Re: a', 'a', true],
    ['RE : a', 'a', true],
    ['Fwd: re: FW: a', 'a', true],
    ['Re[2]: a', 'a', true],
    ['re [list] : a', 'a', true],
    ['[list] a', 'a', false],
    ['[list] Re: a', 'a', true],
    ['[x][y] [z] Re: [w] a', 'a', true],
    ['a (fwd)', 'a', true],
    ['a (fwd) (FWD) ', 'a', true],
    ['[fwd: a]', 'a', true],
    ['[Fwd: [list] Re: a (fwd)]', 'a', true],
    ['Re: [fwd: [fwd:a]]', 'a', true],
    // a blob goes only where it leaves something
    ['[list]', '[list]', false],
    ['[one] [two]', '[two]', false],
    ['Re: [list]', '[list]', true],
    ['Re:', '', true],
    ['(fwd)', '', true],
    ['', '', false],
    ['Regarding: a', 'Regarding: a', false],
    ['Re-: a', 'Re-: a', false],
    ['a Re: b', 'a Re: b', false],
    ['[[a] b', '[[a] b', false],
    ['[fwd: open', '[fwd: open', false],
  ])('%s', (subject, text, reply) => {
    expect(baseSubject(subject)).toEqual({ text, reply });
  });
});

describe('message identifiers', () => {
  test.each([
    ['<1234@local.machine.example> <3456@example.net>', ['1234@local.machine.example', '3456@example.net']],
    ['<a@b.test>(comment)<c@d.test>', ['a@b.test', 'c@d.test']],
    // one identifier, written in four ways (RFC 5322 §4.5.4)
    ['<"01KF"@example.com>', ['01KF@example.com']],
    ['< 01KF @ example . com >', ['01KF@example.com']],
    ['<01KF(note)@example.com>', ['01KF@example.com']],
    ['<a@[192.0.2.1]>', ['a@[192.0.2.1]']],
    ['Your letter of Monday <x@example.com>', ['x@example.com']],
    ['<no-at-sign> <> nothing', []],
    ['<open@example.com', []],
    ['', []],
  ])('%s', (text, ids) => {
    expect(messageIds(text)).toEqual(ids);
  });

  test('References come before In-Reply-To, of which only the first counts', () => {
    const both =
      'Message-ID: <m@x.test>\r\nIn-Reply-To: <i@x.test>\r\nReferences: <r1@x.test>\r\n <r2@x.test>\r\n\r\n';
    expect(threadIds(both)).toEqual({ id: 'm@x.test', references: ['r1@x.test', 'r2@x.test'] });
    expect(threadIds('In-Reply-To: <i@x.test> <j@x.test>\r\n\r\n')).toEqual({
      references: ['i@x.test'],
      parent: 'i@x.test',
    });
    expect(threadIds('References: broken\r\nIn-Reply-To: <i@x.test>\r\n\r\n')).toEqual({
      references: ['i@x.test'],
      parent: 'i@x.test',
    });
  });
});
