// What waits in a queue, what is told of it, and what comes back, typed as a learner would: codes (S7), queues and bounces (J4, J5).
import { expect, test } from '@playwright/test';
import { consolePane, handIn, openLab, openLetter, panel, say, SUBMITTED, talk, type Turn } from './drive.ts';

test('S7: one is the server, gives each code by hand, and sees what the queue makes of it', async ({
  page,
}) => {
  test.slow(); // seven calls, each answered by typing
  await openLab(page);
  await handIn(page, 'you@[203.0.113.50]');
  await page.getByRole('tab', { name: 'Queue' }).click();
  const letter = panel(page, 'queue').locator('[data-letter]').first();
  await expect(letter).toContainText('Connection refused', { ignoreCase: true });
  /** Lets the queue call, and answers. */
  const answer = async (...replies: readonly Turn[]): Promise<void> => {
    await say(page, 'nc -l -C 25');
    await expect(consolePane(page).getByRole('status').first()).toContainText('25');
    await letter.getByRole('button', { name: /^Skip to the next try/ }).click();
    await talk(page, ...replies);
  };
  const hello = [
    ['220 client.example.net', 'EHLO submit.example.com'],
    ['250 client.example.net', 'MAIL FROM:<alice@example.com>'],
  ] as const;
  await answer(['421 4.3.2 Not now', '']);
  await expect(letter).toContainText('421 4.3.2 Not now');
  await expect(letter).toContainText('2 tries');
  for (const [tries, code] of [
    [3, '450 4.2.1 The mailbox is busy'],
    [4, '451 4.7.1 Come again'],
    [5, '458 Nobody has said what that means'],
  ] as const) {
    await answer(...hello, ['250 ok', /RCPT TO:/], [code, 'QUIT'], ['221 bye', '']);
    await expect(letter).toContainText(code);
    await expect(letter).toContainText(`${tries} tries`);
    await expect(letter).toContainText('next try');
  }
  await answer(
    ...hello,
    ['250 ok', /RCPT TO:/],
    ['550 5.1.1 Nobody is called that', 'QUIT'],
    ['221 bye', ''],
  );
  await expect(letter).toContainText('550 5.1.1');
  await expect(letter).not.toContainText('next try');
  await openLetter(page, 'Your letter was not');
  await expect(panel(page, 'message')).toContainText('Final-Recipient: rfc822; you@[203.0.113.50]');
  await expect(panel(page, 'message')).toContainText('550 5.1.1 Nobody is called that');
});

const ALICES_POST = [
  ['openssl s_client -quiet -crlf -connect pop.example.com:995', '+OK'],
  ['USER alice', '+OK'],
] as const;
test('J4, J5: what waits is tried again, told of, and returned; who wants to hear nothing does not, and who never wrote does', async ({
  page,
}) => {
  test.slow(); // five days
  await openLab(page, '/#/world/at/mx.example.org');
  await handIn(page, 'somebody@greylist.test');
  await handIn(page, 'somebody@down.test');
  await page.getByRole('tab', { name: 'Queue' }).click();
  const put = panel(page, 'queue').locator('[data-letter]', { hasText: 'somebody@greylist.test' });
  await expect(put).toContainText('450 4.7.1');
  await expect(put).toContainText('1 try');
  await say(page, 'sleep 60');
  await expect(put).toContainText('450 4.7.1');
  await say(page, 'sleep 1900');
  await expect(put).not.toContainText('next try');
  await say(page, 'sleep 5h');
  await talk(
    page,
    ...ALICES_POST,
    ['PASS paper lantern', '+OK 13 messages'],
    ['RETR 13', /Action: delayed.*somebody@down\.test|somebody@down\.test.*Action: delayed/s],
    ['QUIT', '+OK'],
  );
  await say(page, 'sleep 5d');
  await talk(
    page,
    ...ALICES_POST,
    ['PASS paper lantern', '+OK 14 messages'],
    ['RETR 14', /Return-Path: <>.*Final-Recipient: rfc822; somebody@down\.test.*Action: failed/s],
    ['QUIT', '+OK'],
    ...SUBMITTED,
    ['RCPT TO:<nobdy@example.org> NOTIFY=NEVER', '250 2.1.5'],
    ['RCPT TO:<dave@example.org> NOTIFY=SUCCESS', '250 2.1.5'],
    ['DATA', '354 '],
    ['Subject: Well?', ''],
    ['.', '250 2.0.0'],
    ['QUIT', '221 '],
    ...ALICES_POST,
    ['PASS paper lantern', '+OK 15 messages'],
    ['RETR 15', /Final-Recipient: rfc822; dave@example\.org.*Action: delivered/s],
    ['QUIT', '+OK'],
  );
  const world = panel(page, 'world');
  const spoof = [
    ['telnet mx.example.org 25', '220 '],
    ['EHLO x.mallory.test', '250 '],
    ['MAIL FROM:<carol@example.com>', '250 2.1.0'],
  ] as const;
  const unknown = world.getByRole('combobox', { name: 'Mail for nobody' });
  await unknown.selectOption('accept');
  await talk(
    page,
    ...spoof,
    ['RCPT TO:<nobdy@example.org>', '250 2.1.5'],
    ['DATA', '354 '],
    ['Subject: I never wrote this', ''],
    ['.', '250 2.0.0'],
    ['QUIT', '221 '],
    ['openssl s_client -quiet -crlf -connect pop.example.com:995', '+OK'],
    ['USER carol', '+OK'],
    ['PASS c4rol"quote', '+OK 2 messages'],
    ['RETR 2', 'Subject: I never wrote this'],
    ['QUIT', '+OK'],
  );
  await unknown.selectOption('refuse');
  await talk(page, ...spoof, ['RCPT TO:<nobdy@example.org>', '550 5.1.1']);
});
