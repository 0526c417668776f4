// What the course asks for in SMTP, typed by hand: each code that it names, and where the letters are afterwards.
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { consolePane, openLab, panel, say, talk, type Turn } from './drive.ts';

const { step } = test;
const lines = (page: Page) => page.getByRole('log').first().locator(':scope > *');
const GONE = 'Connection closed by foreign host.';
const hello = (host: string, last = '250 DSN'): readonly Turn[] => [
  [`telnet ${host} 25`, `220 ${host}`],
  ['EHLO client.example.net', last],
];
const FROM: Turn = ['MAIL FROM:<you@client.example.net>', '250 2.1.0'];
const BOB: Turn = ['RCPT TO:<bob@example.com>', '250 2.1.5'];
const DATA: Turn = ['DATA', '354 '];
const letter = (subject: string, ...text: readonly string[]): readonly Turn[] => [
  DATA,
  [`Subject: ${subject}`, ''],
  ['', ''],
  ...text.map((line): Turn => [line, '']),
  ['.', '250 2.0.0 Taken'],
];
const RSET: Turn = ['RSET', '250 2.0.0'];
const QUIT: Turn = ['QUIT', GONE];
const letters = (page: Page, count: number) =>
  expect(panel(page, 'network').getByText(`${count} letters`, { exact: true }).first()).toBeVisible();
const state = (page: Page) => consolePane(page).getByRole('status').first();
async function enter(page: Page, name: RegExp, world: string): Promise<void> {
  await page.getByRole('button', { name: 'World Standard' }).click();
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('button', { name: `World ${world}` })).toBeVisible();
}

test('S1 to S6 by hand, and servers that put off', async ({ page }) => {
  await openLab(page);
  await step('S1, S3: two hellos, then all in the wrong order, and a clean letter', async () => {
    await talk(
      page,
      ...hello('mx1.example.com'),
      ['HELO client.example.net', '250 mx1.example.com greets'],
      [BOB[0], '503 5.5.1'],
      ['DATA', '503 5.5.1'],
      FROM,
      [FROM[0], '503 5.5.1'],
      RSET,
      ['MAIL FROM: <you@client.example.net>', '501 5.5.2'],
      ['HELLO', '500 5.5.1'],
      ['AUTH PLAIN', '502 5.5.1'],
      ['HELP ME', '504 5.5.4'],
      FROM,
      BOB,
      ['DATA now', '501 5.5.4'],
      ...letter('clean', 'Hi'),
      QUIT,
    );
    await letters(page, 7);
  });
  await step(
    'S2, S5, S6: a dot too early, an envelope thrown away, a cable that breaks after the dot',
    async () => {
      await page.getByRole('button', { name: 'Start over' }).click();
      await letters(page, 6);
      await talk(page, ...hello('mx1.example.com'), FROM, BOB, ...letter('dots', '.profile'), [
        'and more of it',
        '500 5.5.1',
      ]);
      await letters(page, 7);
      await talk(page, FROM, BOB, RSET, ['DATA', '503 5.5.1'], FROM, BOB, ['QUIT', GONE]);
      await letters(page, 7);
      await talk(page, ...hello('mx1.example.com'), FROM, BOB, DATA, ['Subject: never', '']);
      await page.keyboard.press('Control+]');
      await expect(lines(page).last()).toContainText('^]');
      await talk(page, ['quit', 'Connection closed.']);
      await letters(page, 7);
    },
  );
  await step('servers that wait for CR LF, put off, or have no room', async () => {
    await page.getByRole('button', { name: 'Start over' }).click();
    await letters(page, 6);
    await talk(page, ['nc mx1.example.com 25', '220 mx1'], ['EHLO client.example.net', '']);
    await expect(state(page)).toContainText('still waits for CR LF');
    await page.keyboard.press('Control+C');
    await talk(
      page,
      ...hello('greylist.test'),
      FROM,
      ['RCPT TO:<somebody@greylist.test>', '450 4.7.1'],
      QUIT,
      ['sleep 5m', ''],
      ...hello('greylist.test'),
      FROM,
      ['RCPT TO:<somebody@greylist.test>', '250 2.1.5'],
      QUIT,
      ...hello('full.test'),
      [FROM[0], '452 4.3.1'],
      QUIT,
    );
  });
});

test('S8, S9 and SCRAM by hand, and a server from 1982', async ({ page }) => {
  await openLab(page);
  await step(
    'S8 and SCRAM: a login by keys that never shows the password, and none within an envelope',
    async () => {
      await talk(
        page,
        ['openssl s_client -quiet -crlf -connect submit.example.com:465', '220 submit'],
        ['EHLO client.example.net', '250 REQUIRETLS'],
        ['AUTH LOGIN', '334 VXNlcm5hbWU6'],
        ['*', '501 5.7.0'],
        ['AUTH SCRAM-SHA-256', '334 '],
      );
      // what cancels a login is no secret
      await expect(lines(page).filter({ hasText: /^You: \*/ })).toHaveCount(1);
      const bare = 'n=bob,r=rOprNGfwEbeRWgbNEkqO';
      await talk(page, [encoded(`n,,${bare}`), '334 cj1']);
      const note = page.getByRole('group', { name: 'What the base64 says' });
      await expect(note).toContainText('i=4096');
      const [challenge = ''] = /(?<=334 )cj1\S+/.exec((await lines(page).last().textContent()) ?? '') ?? [];
      const { final, signature } = proof(bare, Buffer.from(challenge, 'base64').toString(), 'correct-horse');
      await talk(page, [encoded(final), `334 ${encoded(`v=${signature}`)}`], ['', '235 2.7.0 Welcome, bob']);
      await talk(page, ['MAIL FROM:<bob@example.com>', '250 2.1.0'], ['AUTH PLAIN', '503 5.5.1'], RSET, [
        'AUTH PLAIN',
        '503 5.5.1 You are logged in as bob',
      ]);
    },
  );
  await step('S9: a size that is too much, eight bits, counted octets, and one octet too many', async () => {
    await page.getByRole('button', { name: 'Start over' }).click();
    await letters(page, 6);
    await talk(
      page,
      ...hello('mx1.example.com'),
      [`${FROM[0]} SIZE=99999999`, '552 5.3.4'],
      [`${FROM[0]} SIZE=40 BODY=8BITMIME`, '250 2.1.0'],
      BOB,
      ...letter('é', 'é'),
      FROM,
      BOB,
      ['BDAT 13', ''],
      ['Subject: two', ''],
    );
    // Enter has sent CR and LF, of which one has room
    await expect(lines(page).last()).toContainText('250 2.0.0 13 octets are here');
    await talk(
      page,
      ['NOOP', '500 5.5.2'],
      ['DATA', '503 5.5.1'],
      ['BDAT 4 LAST', ''],
      ['hi', '250 2.0.0 Taken'],
    );
    await letters(page, 8);
  });
  await step('a server from 1982 knows no EHLO, and the console says so before Enter', async () => {
    await page.getByRole('button', { name: 'Start over' }).click();
    await letters(page, 6);
    await enter(page, /^Old server/, 'old');
    await say(page, 'telnet mx1.example.com 25');
    await expect(lines(page).last()).toContainText('220 mx1.example.com SMTP');
    await page.keyboard.type('EHLO client.example.net');
    await expect(page.getByRole('note', { name: 'Usage' })).toContainText('does not offer EHLO here and now');
    await page.keyboard.press('Enter');
    await expect(lines(page).last()).toContainText('502 No extensions here; say HELO');
    await talk(
      page,
      ['HELO client.example.net', '250 mx1.example.com greets'],
      [`${FROM[0]} SIZE=40`, '501 MAIL takes no parameters'],
      [FROM[0], '250 '],
      [BOB[0], '250 '],
    );
  });
});

const encoded = (text: string): string => Buffer.from(text).toString('base64');
/** What the client proves, and what the server must prove then (RFC 5802 §3). */
function proof(bare: string, first: string, password: string) {
  const [, nonce = '', salt = '', rounds = ''] = /^r=(.*),s=(.*),i=(\d+)$/.exec(first) ?? [];
  const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256');
  const key = hmac(salted, 'Client Key');
  const without = `c=biws,r=${nonce}`;
  const all = `${bare},${first},${without}`;
  const mask = hmac(createHash('sha256').update(key).digest(), all);
  const shown = Buffer.from(key.map((octet, i) => octet ^ (mask[i] ?? 0))).toString('base64');
  return {
    final: `${without},p=${shown}`,
    signature: hmac(hmac(salted, 'Server Key'), all).toString('base64'),
  };
}
