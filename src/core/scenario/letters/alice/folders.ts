// What lies in alice's other folders, and in the one that the whole shop shares.
import { post, type Post } from '../post.ts';

const ALICE = 'Alice <alice@example.com>';
const mail = (
  from: string,
  to: string,
  written: Post['written'],
  subject: string,
  text: string,
  more: Partial<Post> = {},
) => post({ from, to, written, subject, text, ...more });

export const drafts = [
  mail(
    ALICE,
    'jose@xn--bcher-kva.example',
    [11, 2, 22, 10],
    'Re: a reading in March',
    `
Dear Jose,

thank you, yes, I would like to. Only

`,
    { sent: false, id: '' },
  ),
];
export const sent = [
  mail(
    ALICE,
    'Dave Rivers <dave@example.org>',
    [10, 26, 19, 2],
    'Re: Soup by the river?',
    `
Gladly. Which Thursday?

Alice
`,
    {
      sent: false,
      id: '20261026.soup@submit.example.com',
      fields: 'In-Reply-To: <20261009.soup@example.org>\nReferences: <20261009.soup@example.org>',
    },
  ),
  mail(
    ALICE,
    'Accounts <accounts@mill.example>',
    [10, 28, 9, 15],
    'Samples of cream, 120 g',
    `
Please send three sheets of the cream before the forty reams come.

Alice, Lantern Books
`,
    { sent: false },
  ),
  mail(
    ALICE,
    'Bob <bob@example.com>',
    [10, 30, 17, 42],
    'The lantern in the window',
    `
Bob,

the lantern in the shop window is lit again.

Alice
`,
    { sent: false },
  ),
];
export const trash = [
  mail(
    'The Riverside Reader <reader@example.org>',
    ALICE,
    [9, 28, 7, 0],
    'The Riverside Reader, October',
    `
The library cafe closes at eight. In November it stays open until ten.
`,
  ),
  mail(
    'Bob <bob@example.com>',
    ALICE,
    [10, 2, 13, 20],
    'Never mind',
    `
I have found the ladder.

Bob
`,
  ),
];
export const junk = [
  mail(
    'Prize Office <winner@mallory.test>',
    ALICE,
    [10, 22, 3, 33],
    'YOU ARE THE ONE MILLIONTH READER',
    `
Dear customer, kindly confirm your password to receive your lantern.
`,
  ),
];
export const archive = [
  mail(
    'Carol <carol@example.com>',
    ALICE,
    [8, 3, 10, 0],
    'The old till',
    `
It goes to the museum on Monday. They want the drawer, too.

Carol
`,
  ),
  mail(
    'Dave Rivers <dave@example.org>',
    ALICE,
    [8, 19, 22, 47],
    'Photographs of the flood',
    `
Nothing but the cellar, and the atlases were on the upper shelf.

Dave
`,
  ),
  mail(
    'Erin <erin@example.com>',
    ALICE,
    [9, 1, 9, 9],
    'First of September',
    `
Nine years of Lantern Books today. There is cake behind poetry.

Erin
`,
  ),
];
export const projects = [
  mail(
    'Carol <carol@example.com>',
    ALICE,
    [9, 3, 16, 0],
    'A folder for each of them',
    `
One below this one for the seeds. The window can wait.

Carol
`,
  ),
];
/** The folder is called 台北. */
export const taipei = [
  mail(
    '=?utf-8?B?5p6X5bCP576O?= <lin@example.net>',
    ALICE,
    [10, 17, 4, 20],
    '=?utf-8?B?5Y+w5YyX55qE5pu45bGV?=',
    `
6Kaq5oSb55qEIEFsaWNl77yM5pu45bGV5Zyo5LqM5pyI44CC5L2g5L6G5ZeO77yfDQo=
`,
    { content: 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64' },
  ),
];
export const office = [
  mail(
    'Carol <carol@example.com>',
    'everybody@example.com',
    [10, 1, 8, 0],
    'Opening hours in winter',
    `
Nine to six, and to eight on Thursdays. Whoever is last feeds the stove.

Carol
`,
  ),
  mail(
    'Bob <bob@example.com>',
    'everybody@example.com',
    [10, 29, 12, 0],
    'The stove',
    `
is not to be fed with catalogues.

Bob
`,
  ),
];
