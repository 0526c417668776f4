// alice's INBOX: twelve letters of a month.
import type { Octets } from '../../../base/octets.ts';
import type { Generated } from '../../../store/body.ts';
import { letter } from '../letter.ts';
import { post, type Post } from '../post.ts';

const DAVE = 'Dave Rivers <dave@example.org>';
const BOB = 'Bob <bob@example.com>';
const ALICE = 'Alice <alice@example.com>';

const to = (
  from: string,
  written: Post['written'],
  subject: string,
  text: string,
  more: Partial<Post> = {},
): Octets => post({ from, to: ALICE, written, subject, text, ...more });

const welcome = to(
  'Postmaster <postmaster@example.com>',
  [10, 5, 8, 0],
  'Your mailbox is ready',
  `
Alice,

your mail is kept on imap.example.com from today. Whatever program you read
it with, and however many of them: the letters stay here, and so does the
note of what you have read.

The postmaster
`,
);
const soup = to(
  DAVE,
  [10, 9, 12, 31],
  'Soup by the river?',
  `
Alice,

the place by the bridge has soup again. Some Thursday?

Dave
`,
  { id: '20261009.soup@example.org' },
);
const loan = to(
  'The Riverside Reader <reader@example.org>',
  [10, 12, 7, 0],
  'Your loan is due on Friday',
  `
Dear reader,

"A Short History of Queues" is due on Friday. Somebody waits for it.

The Riverside Reader
`,
  { fields: 'Auto-Submitted: auto-generated' },
);
const keys = to(
  BOB,
  [10, 15, 17, 5],
  'Keys to the cellar',
  `
Alice, do you have the second key to the cellar? The atlases are getting
damp, and I would rather not break the door.

Bob
`,
  { id: '20261015.keys@submit.example.com' },
);
const invoice = to(
  'Accounts <accounts@mill.example>',
  [10, 19, 9, 45],
  'Invoice 2026-311',
  `
Lantern Books
forty reams of paper, cream, 120 g            1,140.00
carriage                                         18.50
                                              --------
to be paid by 18 November 2026                1,158.50
`,
);
const minutes = to(
  'Carol <carol@example.com>',
  [10, 21, 18, 20],
  'Minutes of Wednesday',
  `
This is for programs that know nothing of parts.

--=_minutes
Content-Type: text/plain; charset=us-ascii

1. The window: Erin draws it, Bob builds it.
2. Readings: somebody asks the bookshop in Cologne.
3. The kettle is mended.

--=_minutes
Content-Type: text/html; charset=us-ascii

<ol><li>The window: <b>Erin</b> draws it, <b>Bob</b> builds it.</li>
<li>Readings: somebody asks the bookshop in Cologne.</li>
<li>The kettle is mended.</li></ol>

--=_minutes--
`,
  { content: 'Content-Type: multipart/alternative; boundary="=_minutes"' },
);
const windowHead = to(
  'Erin <erin@example.com>',
  [10, 24, 11, 2],
  'The shop window, in large',
  `
--=_window
Content-Type: text/plain; charset=us-ascii

Here it is as it will be printed. It is large: look at the small letters
first and fetch this one when the kettle is on.

Erin

--=_window
Content-Type: image/jpeg; name="window.jpg"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="window.jpg"

`,
  { content: 'Content-Type: multipart/mixed; boundary="=_window"' },
);
/** Four megabytes, made up when somebody asks for them. */
const shopWindow: Generated = {
  head: windowHead,
  lines: 53_760,
  seed: 20_261_024,
  tail: letter('--=_window--\n'),
};
const thursday = to(
  DAVE,
  [10, 27, 21, 10],
  'Re: Soup by the river?',
  `
On Mon, 26 Oct 2026, Alice wrote:
> Gladly. Which Thursday?

The fifth of November, if they still have the one with beans.

Dave
`,
  {
    id: '20261027.soup@example.org',
    fields:
      'In-Reply-To: <20261026.soup@submit.example.com>\nReferences: <20261009.soup@example.org>\n <20261026.soup@submit.example.com>',
  },
);
const reading = to(
  '=?utf-8?Q?Jos=C3=A9?= <jose@xn--bcher-kva.example>',
  [10, 30, 10, 15],
  '=?utf-8?Q?Eine_Lesung_im_M=C3=A4rz=3F?=',
  `
Liebe Alice,

h=C3=A4ttest du Lust, im M=C3=A4rz bei uns zu lesen? Es kommen drei=C3=9Fig=
 Leute, und der Kuchen ist gut.

Jos=C3=A9
`,
  { content: 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable' },
);
const bicycle = to(
  'Frank <frank@alumni.example.net>',
  [11, 1, 9, 30],
  'Your bicycle',
  `
It stands in my hall since August. I do not mind, but the cat does.

Frank
`,
);
const found = to(
  BOB,
  [11, 2, 16, 48],
  'Re: Keys to the cellar',
  `
Found it. It was in the atlas.

Bob
`,
  {
    id: '20261102.keys@submit.example.com',
    fields: 'In-Reply-To: <20261015.keys@submit.example.com>\nReferences: <20261015.keys@submit.example.com>',
  },
);
const twelve = to(
  DAVE,
  [11, 3, 9, 40],
  "Thursday, twelve o'clock",
  `
They do have the one with beans. Twelve o'clock, by the bridge?

Dave
`,
);

/** In the order in which they came. */
export const inbox: readonly (Octets | Generated)[] = [
  welcome,
  soup,
  loan,
  keys,
  invoice,
  minutes,
  shopWindow,
  thursday,
  reading,
  bicycle,
  found,
  twelve,
];
