import { expect, test } from './console-page.ts';

const TLS = 'openssl s_client -quiet -crlf -connect imap.example.com:993';
const LOGIN = 'a1 LOGIN alice "paper lantern"';

test('a literal: the octets owed are counted key by key, and the password in it stays hidden', async ({
  term,
  page,
}) => {
  await term.say(TLS);
  await term.sees('at your service');
  await page.keyboard.type('a1 LOGIN alice {13}');
  await expect(term.usage).toContainText('Next: the server says +, then 13 octets of <password>');
  await page.keyboard.press('Enter');
  await term.sees('… + Ready for 13 octets');
  await term.stands('The server waits for 13 octets');
  await page.getByRole('tab', { name: 'State machine' }).click();
  await expect(page.locator('[data-owed-now]')).toContainText(
    '13 octets of the literal, which is <password>',
  );
  await page.locator('.xterm-helper-textarea').focus();
  const owed = page.getByRole('note', { name: 'Octets owed' });
  await expect(owed).toHaveText(/CR LF counts as two/);
  await page.keyboard.type('paper');
  await expect(owed).toHaveText('6 after this line');
  await expect(term.usage).toContainText('<password>');
  await page.keyboard.type(' lantern');
  await expect(owed).toHaveText('this line ends it, and the command');
  await page.keyboard.press('Enter');
  // the answer has the tag of the command, and the mark of what ends one
  await term.sees('« a1 OK');
  await term.stands('The server is waiting for you');
  expect((await term.rows()).join('\n')).not.toContain('lantern');
  await page.keyboard.type('a2 SELECT Pro');
  await expect(term.usage).toContainText('Projects/Seed');
});

test('dave’s letter comes in while alice listens', async ({ term, page }) => {
  const dave = 'bob-laptop';
  for (const line of [TLS, LOGIN, 'a2 SELECT INBOX', 'a3 IDLE']) await term.say(line);
  await term.sees('… + Listening');
  await page.getByRole('button', { name: 'Open a console' }).click();
  await page.getByRole('button', { name: `on ${dave}` }).click();
  await term.sees('bob@bob-laptop:~$', dave);
  await term.say('telnet mx1.example.com 25');
  await term.sees('ESMTP', dave);
  for (const line of ['EHLO client.example.net', 'MAIL FROM:<dave@example.org>']) await term.say(line);
  for (const line of ['RCPT TO:<alice@example.com>', 'DATA', 'Subject: Soup', '', 'At one?', '.'])
    await term.say(line);
  await term.sees('250 2.0.0', dave);
  await page.getByRole('button', { name: 'Split' }).click();
  await term.sees('‹ * 13 EXISTS');
});

test('while a command takes long the server is busy, and the keys of the next one are taken', async ({
  term,
  page,
}) => {
  await page.getByRole('button', { name: /^World/ }).click();
  await page.getByRole('button', { name: /^A hundred thousand letters/ }).click();
  await expect(page.getByRole('button', { name: 'World A hundred thousand letters' })).toBeVisible();
  await expect(page.locator('[data-console]').getByRole('status')).toContainText('The shell is waiting');
  await page.locator('.xterm-helper-textarea').focus();
  for (const line of [TLS, LOGIN, 'a2 SELECT INBOX']) await term.say(line);
  await term.sees('100000 EXISTS');
  await term.say('a3 SORT (SUBJECT) UTF-8 ALL');
  await term.stands('The server is busy');
  await page.keyboard.type('a4 NO');
  await term.sees('› a4 NO');
  await term.stands('The server is busy');
  await page.keyboard.type('OP');
  await page.keyboard.press('Enter');
  await term.sees('« a3 OK');
  await term.sees('« a4 OK');
});
