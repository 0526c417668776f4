// Scenes of the course that have no lesson yet, typed as a learner would: recipients that stand alone (S4), relay access denied (B2),
// mail that arrives twice (B3), lists and loops (J6), and one letter from end to end, read by POP3 (J1).
import { expect, test, type Page } from '@playwright/test';
import { followToDave, handIn, openLab, panel, talk } from './drive.ts';

test('S4: three recipients, one is there, one is not, one has no room: the letter goes to who is there', async ({
  page,
}) => {
  await openLab(page);
  await talk(
    page,
    ['telnet mx.example.org 25', '220 '],
    ['EHLO client.example.net', '250 ETRN'],
    ['MAIL FROM:<you@client.example.net>', '250 2.1.0'],
    ['RCPT TO:<dave@example.org>', '250 2.1.5'],
    ['RCPT TO:<nobdy@example.org>', '550 5.1.1'],
    ['RCPT TO:<full@example.org>', '452 4.2.2'],
    ['DATA', '354 '],
    ['Subject: For some', ''],
    ['.', '250 2.0.0'],
    ['QUIT', '221 '],
    ['openssl s_client -quiet -crlf -connect mail.example.org:995', '+OK'],
    ['USER dave', '+OK'],
    ['PASS river-otter', '+OK 6 messages'],
    ['QUIT', '+OK'],
    ['openssl s_client -quiet -crlf -connect mail.example.org:995', '+OK'],
    ['USER full', '+OK'],
    ['PASS no-more-room', '+OK 1 messages'],
  );
});

test('B2: a printer’s letter is refused on 25; the open relay is a fix for everybody, an address or a login is one for the office', async ({
  page,
}) => {
  await openLab(page, '/#/world/at/mx1.example.com');
  const asStranger = ['MAIL FROM:<printer@example.com>', '250 2.1.0'] as const;
  await talk(
    page,
    ['telnet mx1.example.com 25', '220 '],
    ['EHLO client.example.net', '250 DSN'],
    asStranger,
    ['RCPT TO:<dave@example.org>', '550 5.7.1 <dave@example.org> is not here'],
  );
  const world = panel(page, 'world');
  await world.getByRole('combobox', { name: 'Relay for strangers' }).selectOption('open');
  await talk(
    page,
    ['RSET', '250 '],
    ['MAIL FROM:<mallory@mallory.test>', '250 2.1.0'],
    ['RCPT TO:<dave@example.org>', '250 2.1.5 It will be passed on'],
  );
  await world.getByRole('combobox', { name: 'Relay for strangers' }).selectOption('closed');
  const networks = world.getByRole('textbox', { name: 'Relays for these networks' });
  await networks.fill('203.0.113.50');
  await networks.press('Tab');
  await talk(page, ['RSET', '250 '], asStranger, [
    'RCPT TO:<dave@example.org>',
    '250 2.1.5 It will be passed on',
  ]);
  await networks.fill('');
  await networks.press('Tab');
  await talk(
    page,
    ['RSET', '250 '],
    asStranger,
    ['RCPT TO:<dave@example.org>', '550 5.7.1'],
    ['QUIT', '221 '],
  );
  await handIn(page, 'dave@example.org');
  await page.getByRole('tab', { name: 'Mailboxes' }).click();
  await expect(panel(page, 'mailboxes')).toContainText('Codes');
});

/** To what is due next. */
async function skip(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Time', exact: true }).click();
  await page.getByRole('button', { name }).click();
  await page.keyboard.press('Escape');
}
test('B3: whoever answers after eleven minutes has been asked twice, and dave has the letter twice', async ({
  page,
}) => {
  await openLab(page, '/#/world/at/mx.example.org');
  const world = panel(page, 'world');
  await world.locator('summary', { hasText: 'Trouble' }).click();
  await world.getByRole('combobox', { name: 'Answer to the dot' }).selectOption('scan');
  const seconds = world.getByRole('textbox', { name: 'Looks into letters for, seconds' });
  await seconds.fill('660');
  await seconds.press('Enter');
  await handIn(page, 'dave@example.org');
  await page.getByRole('tab', { name: 'Queue' }).click();
  const waiting = panel(page, 'queue')
    .locator('[data-letter]', { hasText: 'from alice@example.com' })
    .filter({ hasText: 'next try' });
  await skip(page, 'Skip 10 min');
  // the client has hung up; the server, which has the letter, knows nothing of it
  await expect(waiting).toHaveCount(1);
  await seconds.fill('300');
  await seconds.press('Enter');
  await waiting.getByRole('button', { name: /^Skip to the next try/ }).click();
  await skip(page, 'Skip 5 min');
  await expect(waiting).toHaveCount(0);
  await talk(
    page,
    ['openssl s_client -quiet -crlf -connect mail.example.org:995', '+OK'],
    ['USER dave', '+OK'],
    ['PASS river-otter', '+OK 7 messages'],
    ['TOP 6 0', 'Subject: Codes'],
    ['TOP 7 0', 'Subject: Codes'],
  );
});

test('J6: a list sends on under a sender of its own, and two forwards at each other end at a hundred servers', async ({
  page,
}) => {
  test.slow(); // a letter passes a hundred servers
  await openLab(page);
  await handIn(page, 'seed-talk@lists.example.net');
  await handIn(page, 'round@loop-a.test');
  await talk(
    page,
    ['openssl s_client -quiet -crlf -connect pop.example.com:995', '+OK'],
    ['USER alice', '+OK'],
    ['PASS paper lantern', '+OK 14 messages'],
    [
      'RETR 13',
      /Return-Path: <seed-talk-bounces\+alice=example\.com@lists\.example\.net>.*Subject: \[seed\] Codes.*List-Id: Seed talk/s,
    ],
    ['TOP 14 40', /554 5\.4\.6 This letter has passed 101 servers/],
  );
  await page.getByRole('tab', { name: 'Queue' }).click();
  await expect(panel(page, 'queue')).toContainText('deadmember@example.org');
});

test('J1: alice hands in, the MX is asked for, the university takes it, and dave reads it by POP3; no password is seen', async ({
  page,
}) => {
  await openLab(page);
  await handIn(page, 'dave@example.org');
  // it is not where it was handed in any more
  await page.getByRole('tab', { name: 'Message' }).click();
  await expect(panel(page, 'message')).toContainText('What do they mean?');
  await page.getByRole('tab', { name: 'Queue' }).click();
  await panel(page, 'queue').getByRole('button', { name: 'DNS', exact: true }).click();
  await expect(panel(page, 'queue')).toContainText('MX example.org');
  await panel(page, 'queue').getByRole('button', { name: 'Queue', exact: true }).click();
  const life = await followToDave(page);
  await talk(
    page,
    ['openssl s_client -quiet -crlf -connect mail.example.org:995', '+OK'],
    ['USER dave', '+OK'],
    ['PASS river-otter', '+OK 6 messages'],
    ['LIST', /6 \d+/],
    [
      'RETR 6',
      /by mx\.example\.org with ESMTPS id .*by submit\.example\.com with ESMTPSA id .*What do they mean/s,
    ],
    ['QUIT', '+OK'],
  );
  await expect(life).toContainText('client fetches it from mail');
  await page.getByRole('tab', { name: 'On the wire' }).click();
  await expect(panel(page, 'glasses')).toContainText('PASS river-otter');
  await panel(page, 'glasses').getByRole('button', { name: 'Eavesdropper’s glasses' }).click();
  await expect(panel(page, 'glasses')).toContainText(/\D0 of \d+ lines readable/);
});
