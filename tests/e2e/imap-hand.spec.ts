// IMAP by hand, as the lessons ask for it: the parts of a letter, and a count that is wrong.
import { expect, test } from './console-page.ts';
import { as, log, LOGIN, TLS, YOU } from './imap-page.ts';

test('each part of a letter is fetched by its number', async ({ page, term }) => {
  const you = as(page, YOU);
  await you(TLS, 'at your service');
  await you(LOGIN, 'a1 OK');
  await you('a2 SELECT Museum', 'a2 OK');
  await you('a3 FETCH 7 BODYSTRUCTURE', 'a3 OK');
  await expect(log(page, YOU)).toContainText('"APPLICATION" "PDF"');
  await you('a4 FETCH 7 BODY.PEEK[1.1]', 'a4 OK');
  await expect(log(page, YOU)).toContainText('The invoice is attached');
  await you('a5 FETCH 8 BODY.PEEK[2.HEADER.FIELDS (SUBJECT)]', 'a5 OK');
  await expect(log(page, YOU)).toContainText('Subject: Fwd: where the lamp came from');
  await you('a6 FETCH 8 BODY.PEEK[2.2.TEXT]', 'a6 OK');
  await expect(log(page, YOU)).toContainText('until the bridge was built');
  await you('a7 FETCH 8 (BODY.PEEK[2.3.MIME] BINARY.SIZE[2.3])', 'a7 OK');
  await expect(log(page, YOU)).toContainText('BINARY.SIZE[2.3] 74');
  await term.stands('The server is waiting for you');
});

test('a literal that is longer than announced: the rest of it belongs to the command', async ({
  page,
  term,
}) => {
  const you = as(page, YOU);
  await you(TLS, 'at your service');
  await you(LOGIN, 'a1 OK');
  await you('a2 APPEND Drafts {10}', '+ Ready for 10 octets');
  await term.stands('The server waits for 10 octets');
  const owed = page.getByRole('note', { name: 'Octets owed' });
  await page.keyboard.type('Subject: H');
  await expect(owed).toHaveText('this line ends it, and the command');
  await page.keyboard.type('i');
  await expect(owed).toHaveText('this line goes 1 beyond: they belong to the command');
  await page.keyboard.press('Enter');
  await expect(log(page, YOU)).toContainText('a2 BAD APPEND takes');
  await expect(log(page, YOU)).toContainText('after the 10 octets that were announced there came more');
  await term.stands('The server is waiting for you');
  await you('Hello Bob', 'Hello BAD There is no command BOB');
});

test('a literal that is shorter than announced: the server waits, and takes the next command for a part of it', async ({
  page,
  term,
}) => {
  const you = as(page, YOU);
  await you(TLS, 'at your service');
  await you(LOGIN, 'a1 OK');
  await you('a2 APPEND Drafts {30}', '+ Ready for 30 octets');
  await term.say('Subject: Hi');
  await term.stands('The server waits for 17 octets');
  await term.say('');
  await term.stands('The server waits for 15 octets');
  await term.say('a3 NOOP');
  await term.stands('The server waits for 6 octets');
  await expect(log(page, YOU)).not.toContainText('a3 OK');
  const owed = page.getByRole('note', { name: 'Octets owed' });
  await page.keyboard.type('Bye.');
  await expect(owed).toHaveText('none after this line');
  await page.keyboard.press('Enter');
  // all the octets have come, and not yet the end of the command
  await term.stands('The rest of the command: CR LF ends it');
  await you('', 'a2 OK [APPENDUID');
  await you('a4 NOOP', 'a4 OK');
});
