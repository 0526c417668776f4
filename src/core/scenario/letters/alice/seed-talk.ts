// A mailing list's letters: one question and how it was answered, by programs that keep threads and by some that do not.
import { post, type Post } from '../post.ts';

const LIST = 'seed-talk@lists.example.net';
const FOOTER = `-- \n${LIST}\nhttps://lists.example.net/seed-talk/\n`;
const SUBJECT = '[seed] Re: is 587 really the port?';

const said = (
  from: string,
  written: Post['written'],
  subject: string,
  text: string,
  { id, fields = '' }: { readonly id: string; readonly fields?: string },
) =>
  post({
    from,
    to: LIST,
    written,
    subject,
    id,
    text: text + FOOTER,
    fields: [
      ...(fields === '' ? [] : [fields]),
      'Precedence: list',
      'List-Id: Seeds and ports <seed-talk.lists.example.net>',
    ].join('\n'),
  });
const answering = (...ids: readonly string[]): string =>
  `In-Reply-To: <${ids.at(-1) ?? ''}>\nReferences: ${ids.map((id) => `<${id}>`).join('\n ')}`;

const QUESTION = '20261025.13a@client.example.net';
const FIRST = '20261026.100000.13@submit.example.com';
const AGAIN = '20261026.185000.13b@submit.example.com';

export const seedTalk = [
  said(
    'You <you@example.net>',
    [10, 25, 19, 5],
    '[seed] is 587 really the port?',
    `
My program asks for a port to send mail with, and everybody says another
number. Which one is it?

`,
    { id: QUESTION },
  ),
  said(
    'Alice <alice@example.com>',
    [10, 26, 10, 0],
    SUBJECT,
    `
587, says our postmaster. But the program wanted 465.

`,
    { id: FIRST, fields: answering(QUESTION) },
  ),
  said(
    'Carol <carol@example.com>',
    [10, 26, 10, 42],
    SUBJECT,
    `
Not 25, in any case: that one is for servers among themselves.

`,
    { id: '20261026.104200.13c@submit.example.com', fields: answering(QUESTION) },
  ),
  said(
    'Alice <alice@example.com>',
    [10, 26, 18, 50],
    SUBJECT,
    `
So is it 587 or 465?

`,
    { id: AGAIN, fields: answering(QUESTION, FIRST) },
  ),
  said(
    'Dave Rivers <dave@example.org>',
    [10, 26, 21, 15],
    SUBJECT,
    `
On Mon, 26 Oct 2026 18:50, Alice wrote:
> So is it 587 or 465?

Either, if your provider says so.

`,
    { id: '20261026.13@example.org', fields: answering(QUESTION, FIRST, AGAIN) },
  ),
  // a program that knows nothing of threads: the subject alone says where it belongs
  said(
    'Frank <frank@alumni.example.net>',
    [10, 27, 8, 12],
    SUBJECT,
    `
465 speaks TLS from the first octet. I like that one.

`,
    { id: '20261027.frank@fwd.example.net' },
  ),
  // a program that has broken the references on the way
  said(
    'Erin <erin@example.com>',
    [10, 27, 9, 30],
    SUBJECT,
    `
And 25 with STARTTLS?

`,
    {
      id: '20261027.erin@submit.example.com',
      fields: `References: <20261025.13a@client.example.net <lost@ ${FIRST}`,
    },
  ),
  said(
    'Carol <carol@example.com>',
    [10, 28, 7, 55],
    '[seed] Swap on Saturday',
    `
Bring what you have too much of. I have beans.

`,
    { id: '20261028.swap@submit.example.com' },
  ),
  said(
    'Dave Rivers <dave@example.org>',
    [10, 28, 20, 3],
    '[seed] RE: Swap on Saturday (fwd)',
    `
I have marrows. Everybody has marrows.

`,
    { id: '20261028.marrows@example.org', fields: 'In-Reply-To: <20261028.swap@submit.example.com>' },
  ),
];
