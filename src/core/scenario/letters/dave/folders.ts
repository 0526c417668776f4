// dave's mail at the university: folders with German names, and five letters he has not looked at.
import { post, type Post } from '../post.ts';

const DAVE = 'Dave Rivers <dave@example.org>';
const mail = (
  from: string,
  to: string,
  written: Post['written'],
  subject: string,
  text: string,
  more: Partial<Post> = {},
) => post({ from, to, written, subject, text, ...more });

export const davesInbox = [
  mail(
    'Dean <dean@example.org>',
    DAVE,
    [10, 29, 8, 5],
    'Rooms in the new building',
    `
The list hangs beside the lift, which does not go yet.
`,
  ),
  mail(
    'Alice <alice@example.com>',
    DAVE,
    [10, 31, 10, 20],
    'Beans',
    `
If there are no beans, lentils will do.

Alice
`,
  ),
  mail(
    'The Riverside Reader <reader@example.org>',
    DAVE,
    [11, 1, 7, 0],
    'The Riverside Reader, November',
    `
The clocks have gone back, and the library cafe stays open until ten.
`,
  ),
  mail(
    'Frank <frank@alumni.example.net>',
    DAVE,
    [11, 1, 12, 45],
    'The cat and the bicycle',
    `
They do not speak to each other any more. Does Alice read her mail?

Frank
`,
  ),
  mail(
    'Carol <carol@example.com>',
    DAVE,
    [11, 2, 18, 30],
    'Marrows',
    `
Thank you. Please, no more.

Carol
`,
  ),
];
export const davesSent = [
  mail(
    DAVE,
    'Alice <alice@example.com>',
    [10, 27, 21, 10],
    'Re: Soup by the river?',
    `
The fifth of November, if they still have the one with beans.

Dave
`,
    {
      sent: false,
      id: '20261027.soup@example.org',
      fields: 'In-Reply-To: <20261026.soup@submit.example.com>',
    },
  ),
  mail(
    DAVE,
    'Bob <bob@example.com>',
    [10, 31, 12, 5],
    'hi',
    `
soup by the river on Thursday? I pay, you bring the gossip.
`,
    { sent: false },
  ),
];
export const davesDrafts = [
  mail(
    DAVE,
    'Dean <dean@example.org>',
    [10, 30, 23, 50],
    'The lift',
    `
With respect,
`,
    { sent: false, id: '' },
  ),
];
export const davesTrash = [
  mail(
    'Dean <dean@example.org>',
    DAVE,
    [10, 20, 8, 0],
    'Rooms in the old building',
    `
There are none.
`,
  ),
];
