import { describe, expect, it, test } from 'vitest';
import { addressList, mailboxesIn, type Address } from '../../../src/core/mail/address-list.ts';

/** One line an address: `name|route|local|domain`; a group is `name:[…]`. */
const shown = (list: readonly Address[]): string =>
  list
    .map((it) =>
      it.kind === 'group'
        ? `${it.name}:[${shown(it.members)}]`
        : [it.name ?? '', it.route ?? '', it.local, it.domain].join('|'),
    )
    .join(', ');

describe('an address list', () => {
  test.each([
    // RFC 5322 appendix A
    ['John Doe <jdoe@machine.example>', 'John Doe||jdoe|machine.example'],
    ['"Joe Q. Public" <john.q.public@example.com>', 'Joe Q. Public||john.q.public|example.com'],
    [
      'Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>',
      'Mary Smith||mary|x.test, ||jdoe|example.org, Who?||one|y.test',
    ],
    [
      '<boss@nil.test>, "Giant; \\"Big\\" Box" <sysservices@example.net>',
      '||boss|nil.test, Giant; "Big" Box||sysservices|example.net',
    ],
    [
      'A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;',
      'A Group:[Ed Jones||c|a.test, ||joe|where.test, John||jdoe|one.test]',
    ],
    ['Undisclosed recipients:;', 'Undisclosed recipients:[]'],
    ['Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>', 'Pete||pete|silly.test'],
    [
      "A Group(Some people)\t:Chris Jones <c@(Chris's host.)public.example>, joe@example.org, John <jdoe@one.test> (my dear friend); (the end of the group)",
      'A Group:[Chris Jones||c|public.example, ||joe|example.org, John||jdoe|one.test]',
    ],
    ['(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;', 'Hidden recipients:[]'],
    // obsolete: A.6.1, A.6.3
    ['Joe Q. Public <john.q.public@example.com>', 'Joe Q. Public||john.q.public|example.com'],
    [
      'Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example',
      'Mary Smith|@node.test|mary|example.net, ||jdoe|test.example',
    ],
    ['<@a.test,@b.test:c@d.test>', '|@a.test,@b.test|c|d.test'],
    ['John Doe <jdoe@machine(comment).  example>', 'John Doe||jdoe|machine.example'],
    // names as old programs wrote them
    ['bob@example.com (Bob Reader)', 'Bob Reader||bob|example.com'],
    // quoted local parts, domain literals
    ['"john doe"@example.com', '||john doe|example.com'],
    ['root@[IPv6:2001:db8::1]', '||root|[IPv6:2001:db8::1]'],
    ['=?utf-8?Q?Jos=C3=A9?= <jose@example.org>', '=?utf-8?Q?Jos=C3=A9?=||jose|example.org'],
    // broken
    ['nobody', '||nobody|'],
    ['a@b@example.com', '||a@b|example.com'],
    ['Bob <bob@example.com', 'Bob||bob|example.com'],
    ['Bob <bob@example.com, Erin <erin@example.com>', 'Bob||bob|example.com, Erin||erin|example.com'],
    ['"Bob <bob@example.com>', '||Bob <bob@example.com>|'],
    ['bob@example.com; erin@example.com', '||bob|example.com, ||erin|example.com'],
    ['Team: bob@example.com, erin@example.com', 'Team:[||bob|example.com, ||erin|example.com]'],
    ['<>', '|||'],
    [',,,', ''],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(shown(addressList(text))).toBe(expected);
  });
  it('names whoever is in it, in groups too, however many they are', () => {
    const members = 'a@b.test,'.repeat(150_000);
    expect(mailboxesIn(addressList(`c@d.test, Group: ${members};`))).toHaveLength(150_001);
  });
});
test('a route that never ends is read once, not once for each of its hosts', () => {
  expect(addressList(`<${'@a,'.repeat(200_000)}`)).toHaveLength(1);
});
