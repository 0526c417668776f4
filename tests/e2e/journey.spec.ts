// The letter's whole journey, as the panels show it: submission, MX lookup, relay, delivery, fetch; and what waits.
import { expect, test, type Page } from '@playwright/test';
import { clean } from './examine.ts';
import { followToDave, log, openLab, openLetter, panel, say, sayAll, SUBMIT } from './drive.ts';

const { step } = test;
const LETTER = ['DATA', 'Subject: Lunch', '', 'Today?', '.', 'QUIT'] as const;
const queue = (page: Page) => panel(page, 'queue');
const open = (page: Page) => page.getByRole('tab', { name: 'Queue' }).click();

test('a letter’s life, and the way it says it came', async ({ page }) => {
  await openLab(page);
  await step(
    'one letter’s life is followed from the dot to the mailbox and to whoever fetches it',
    async () => {
      await open(page);
      await expect(queue(page)).toContainText(/erin@example\.comwaits .* next try 10:50/); // mx2 has kept two since the morning
      await sayAll(page, [...SUBMIT, 'RCPT TO:<dave@example.org>', ...LETTER]);
      const life = await followToDave(page);
      await expect(life).not.toContainText('fetches it');
      await clean(page, 'a life', '[data-panel="queue"]');
      await sayAll(page, [
        'openssl s_client -quiet -crlf -connect mail.example.org:995',
        'USER dave',
        'PASS river-otter',
      ]);
      await expect(log(page)).toContainText(/\+OK \d+ messages/);
      const [, count = ''] = /\+OK (\d+) messages/.exec((await log(page).textContent()) ?? '') ?? [];
      await say(page, `RETR ${count}`);
      await expect(life).toContainText('client fetches it from mail');
      await life.getByRole('button', { name: /lays it into dave/ }).click();
      await expect(page.getByText(/^event \d+ of \d+/)).toBeVisible();
      await expect(life).not.toContainText('fetches it');
      await life.getByRole('button', { name: 'Follow it no more' }).click();
      await expect(life).toBeHidden();
      await expect(queue(page)).toContainText('dave@example.org');
    },
  );
  await page.getByRole('button', { name: 'To the present' }).click();
  await step('the way a letter says it came is drawn, hop by hop', async () => {
    await openLetter(page, 'Lunch');
    const hops = panel(page, 'message').getByRole('region', { name: 'Hops' });
    await expect(hops.getByRole('listitem')).toHaveCount(3);
    await expect(hops).toContainText(/client.*ESMTPSA.*submit.*ESMTPS.*mx/);
    await clean(page, 'hops', '[data-panel="message"]');
  });
});

test('what waits, and why a relay fell back to HELO', async ({ page }) => {
  await openLab(page);
  await step('what cannot be delivered waits: attempts, last reply, next try, and a skip to it', async () => {
    await sayAll(page, [...SUBMIT, 'RCPT TO:<somebody@down.test>', ...LETTER]);
    await open(page);
    const letter = queue(page).locator('[data-letter]').first();
    await expect(letter).toContainText('1 try');
    await expect(letter).toContainText('next try 09:30, in 30 min');
    await expect(letter).toContainText('451 4.4.1');
    await letter.getByRole('button', { name: /^Skip to the next try/ }).click();
    await expect(letter).toContainText('2 tries');
    await expect(letter).toContainText('next try 10:00');
    await letter.getByText('What has happened to it').click();
    await expect(letter.getByRole('listitem')).toHaveCount(7);
    await clean(page, 'a letter that waits', '[data-panel="queue"]');
    await queue(page).getByRole('button', { name: 'DNS', exact: true }).click();
    await expect(queue(page)).toContainText('MX down.test');
    await expect(queue(page).locator('[data-cached="MX down.test."]')).toContainText('5 min');
    await clean(page, 'what the DNS was asked', '[data-panel="queue"]');
  });
  await step('the client’s side of a relay is drawn, and why it fell back to HELO', async () => {
    await sayAll(page, [...SUBMIT, 'RCPT TO:<somebody@old.test>', ...LETTER]);
    const whose = panel(page, 'machine').getByRole('combobox', { name: 'Whose states' });
    await whose.selectOption('submit with old: SMTP, sending (over)');
    await expect(panel(page, 'machine').getByRole('list', { name: /^SMTP, sending states/ })).toBeAttached();
    await panel(page, 'machine').getByRole('button', { name: 'Choices' }).click();
    const choices = panel(page, 'machine').getByRole('list', { name: 'What it has decided, and why' });
    await expect(choices).toContainText('The server does not know EHLO.');
    await expect(panel(page, 'machine').getByRole('region', { name: 'Why this machine' })).toContainText(
      '10 mx.old.test [203.0.113.104]',
    );
    await clean(page, 'what a client has decided', '[data-panel="machine"]');
    await choices.getByRole('button', { name: /does not know EHLO/ }).click();
    await expect(panel(page, 'machine').getByRole('list', { name: /now: Said HELO/ })).toBeAttached();
    await whose.selectOption('The session in front');
  });
});

test('relaying is refused on 25; on 587 alice logs in, a typo comes back, and dave reads the letter', async ({
  page,
}) => {
  await openLab(page);
  await sayAll(page, [
    'telnet mx1.example.com 25',
    'EHLO client.example.net',
    'MAIL FROM:<alice@example.com>',
    'RCPT TO:<dave@example.org>',
  ]);
  await expect(log(page)).toContainText('550 5.7.1 <dave@example.org> is not here');
  await sayAll(page, [
    'QUIT',
    'openssl s_client -starttls smtp -quiet -crlf -connect submit.example.com:587',
    'EHLO client.example.net',
    'MAIL FROM:<alice@example.com>',
    ...SUBMIT.slice(1),
    'RCPT TO:<dave@example.org>',
    'RCPT TO:<nobdy@example.org>',
    ...LETTER,
    'openssl s_client -quiet -crlf -connect mail.example.org:995',
    'USER dave',
    'PASS river-otter',
    'RETR 6',
    'QUIT',
  ]);
  await expect(log(page)).toContainText('530 5.7.0');
  // what she has left out the submission server has written (RFC 6409 §8.2, §8.3)
  await expect(log(page)).toContainText(
    /by submit\.example\.com with ESMTPSA id .*Date: .*Message-ID: .*Subject: Lunch/s,
  );
  await sayAll(page, [
    'openssl s_client -quiet -crlf -connect pop.example.com:995',
    'USER alice',
    'PASS paper lantern',
    'RETR 13',
  ]);
  await expect(log(page)).toContainText('Final-Recipient: rfc822; nobdy@example.org');
  await expect(log(page)).toContainText('Diagnostic-Code: smtp; 550 5.1.1');
});
