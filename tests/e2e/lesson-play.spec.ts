// Whole lessons, played as a learner plays them: by typing and clicking, with a mistake that is met with a question.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { consolePane, openLab, say, sayAll } from './drive.ts';
import { answer, goal, isMet } from './lesson-page.ts';

const pick = (page: Page, step: string, option: string): Promise<void> =>
  goal(page, step).getByText(option, { exact: true }).click();
const all = (page: Page): Promise<void> => expect(page.getByText('You have met every goal.')).toBeVisible();

test('S2: somebody tries RCPT before MAIL, is asked which command comes first, and sends the letter', async ({
  page,
}) => {
  test.slow(); // a whole lesson
  await openLab(page, '/#/learn/s2');
  await sayAll(page, ['telnet mx1.example.com 25', 'EHLO client.example.net']);
  await isMet(page, 'hello');
  await say(page, 'RCPT TO:<bob@example.com>');
  await expect(goal(page, 'envelope')).toContainText('Which command opens the envelope');
  await goal(page, 'envelope').getByRole('button', { name: 'Tell me more' }).click();
  await expect(goal(page, 'envelope')).toContainText('The order is EHLO, MAIL, RCPT, DATA.');
  await pick(page, 'envelope', 'No');
  await expect(goal(page, 'envelope')).toContainText('That is so.');
  await sayAll(page, ['MAIL FROM:<you@client.example.net>', 'RCPT TO:<bob@example.com>']);
  await isMet(page, 'envelope');
  await expect(goal(page, 'envelope')).not.toContainText('Which command opens the envelope');
  await sayAll(page, ['DATA', 'To: carol@example.com', 'Subject: Whose?', '', 'Who got this?', '.']);
  await isMet(page, 'letter');
  await answer(page, 'kept', 0, '<you@client.example.net>');
  await answer(page, 'kept', 1, 'MAIL FROM');
  await isMet(page, 'kept');
  await all(page);
  await page.getByText('to the address in From:', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Quiz' })).toContainText('A bounce follows the envelope.');
});

test('I4: the phone deletes a letter, the wrong one is marked, and the right one by its UID', async ({
  page,
}) => {
  test.slow();
  await openLab(page, '/#/learn/i4');
  await sayAll(page, [
    'openssl s_client -quiet -crlf -connect imap.example.com:993',
    'a1 LOGIN alice "paper lantern"',
    'a2 FETCH 1:* (UID)',
  ]);
  await expect(goal(page, 'note')).toContainText('Which mailbox is open?');
  await sayAll(page, ['a3 SELECT INBOX', 'a4 FETCH 1:* (UID BODY.PEEK[HEADER.FIELDS (SUBJECT)])']);
  await expect(goal(page, 'note')).not.toContainText('Which mailbox is open?');
  await answer(page, 'note', 0, '5');
  await answer(page, 'note', 1, '108');
  await isMet(page, 'note');
  await pick(page, 'meanwhile', 'still the invoice');
  await goal(page, 'meanwhile').getByRole('button', { name: 'Let the phone delete letter 3' }).click();
  await expect(page.locator('[data-console="alice-phone"]')).toContainText('p4 OK');
  await page.getByRole('button', { name: 'you@client', exact: true }).click();
  await sayAll(page, ['a5 FETCH 5 (UID)', 'a6 NOOP']);
  await answer(page, 'meanwhile', 0, '3');
  await isMet(page, 'meanwhile');
  await say(page, 'a7 STORE 5 +FLAGS (Paid)');
  await answer(page, 'wrong', 0, 'the minutes');
  await isMet(page, 'wrong');
  await sayAll(page, ['a8 UID STORE 109 -FLAGS (Paid)', 'a9 UID STORE 108 +FLAGS (Paid)']);
  await isMet(page, 'right');
  await sayAll(page, ['b1 UID FETCH 104 (FLAGS)', 'b2 FETCH 99 (FLAGS)']);
  await answer(page, 'gone', 0, 'the number');
  await all(page);
});

test('T1, by keyboard alone: the eavesdropper reads the password, then less and less; the log can be read', async ({
  page,
}) => {
  test.slow();
  await openLab(page, '/#/learn/t1');
  const log = consolePane(page).getByRole('log').first();
  await expect(page.locator('[data-console="bob-laptop"]')).toBeVisible();
  const type = async (line: string): Promise<void> => {
    await page.keyboard.insertText(line);
    await page.keyboard.press('Enter');
  };
  /** Tab from where the keyboard is to the first thing that fits. */
  const tabTo = async (target: Locator): Promise<void> => {
    for (let i = 0; i < 160; i++) {
      if (await target.evaluateAll((found) => found.includes(document.activeElement as never))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('the keyboard does not get there');
  };
  await type('openssl s_client -quiet -crlf -connect pop.example.com:995');
  await type('USER bob');
  await type('PASS correct-horse');
  await expect(goal(page, 'open')).toContainText('Very careful of you');
  await type('QUIT');
  await type('telnet pop.example.com 110');
  await type('USER bob');
  await type('PASS correct-horse');
  await type('QUIT');
  await expect(log).toContainText('+OK 6 messages (3163120 octets)');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await tabTo(goal(page, 'open').getByRole('textbox'));
  await type('PASS');
  await isMet(page, 'open');

  // back to the console as one came, the other way round
  const line = page.locator('[data-console="bob-laptop"]').getByRole('textbox');
  await tabTo(line);
  await type('openssl s_client -quiet -crlf -starttls pop3 -connect pop.example.com:110');
  await type('USER bob');
  await type('PASS correct-horse');
  await type('QUIT');
  await expect(goal(page, 'upgrade')).toContainText('The question is not answered yet.');
  const sort = async (step: string, items: readonly (readonly [string, number])[]): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    for (const [item, bin] of items) {
      await tabTo(goal(page, step).getByRole('group', { name: item, exact: true }).getByRole('radio'));
      await page.keyboard.press('Space');
      for (let i = 0; i < bin; i++) await page.keyboard.press('ArrowRight');
    }
    await isMet(page, step);
  };
  await sort('upgrade', [
    ['the greeting', 0],
    ['STLS', 0],
    ['USER bob', 1],
    ['PASS correct-horse', 1],
  ]);

  await tabTo(line);
  await type('openssl s_client -quiet -crlf -connect pop.example.com:995');
  await isMet(page, 'sealed');
  await sort('left', [
    ['the addresses of the two machines', 0],
    ['the name of the server', 0],
    ['how much was sent, and when', 0],
    ['your name', 1],
    ['your password', 1],
    ['the subjects of your letters', 1],
  ]);
  await all(page);
  const quiz = page.getByRole('region', { name: 'Quiz' });
  await tabTo(quiz.getByRole('radio'));
  await page.keyboard.press('Space');
  await expect(quiz.getByText(/^(?:That is so|Not so)\.$/).first()).toBeVisible();

  // what was typed and said, as it is read out: who, the words, and whether they were sealed
  const lines = (await log.locator('p').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  const from = lines.findIndex((text) => text.includes('telnet pop.example.com 110'));
  const said = lines.slice(from);
  const order = [
    /\+OK pop\.example\.com POP3 server ready/,
    /^You: USER bob$/,
    /^You: PASS \S+$/,
    /\+OK 6 messages/,
    /^You: QUIT$/,
    /starttls pop3/,
    /^You: USER bob \(over TLS\)$/,
    /^You: PASS \S+ \(over TLS\)$/,
  ];
  let at = -1;
  for (const pattern of order) {
    at = said.findIndex((text, i) => i > at && pattern.test(text));
    expect(at, `${pattern} in ${said.join(' | ')}`).toBeGreaterThan(-1);
  }
});

test('the keys 1 to 9 go to the beginning of a step: where one was, or prepared', async ({ page }) => {
  await openLab(page, '/#/learn/p1');
  await expect(goal(page, 'knock')).toBeVisible();
  await say(page, 'openssl s_client -quiet -crlf -connect pop.example.com:995');
  await isMet(page, 'knock');
  await goal(page, 'knock').getByRole('button').first().focus();
  await page.keyboard.press('1');
  await expect(goal(page, 'knock')).toHaveAttribute('data-met', 'false');
  await page.keyboard.press('2');
  await isMet(page, 'knock');
  await page.keyboard.press('3');
  await isMet(page, 'login');
  await page.getByRole('button', { name: 'Go to the beginning of step 2' }).click();
  await isMet(page, 'knock');
  await expect(goal(page, 'login')).toHaveAttribute('data-met', 'false');
});
