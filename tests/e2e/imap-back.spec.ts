// IMAP by hand: what the words of a line are, and coming back after others were here.
import { expect, test } from './console-page.ts';
import { as, log, LOGIN, TLS, YOU } from './imap-page.ts';

const PHONE = 'alice-phone';

test('whoever points at a line sees what each of its words is', async ({ page, term }) => {
  const you = as(page, YOU);
  await you(TLS, 'at your service');
  await you(LOGIN, 'a1 OK');
  await you('a2 SELECT Trash', 'a2 OK');
  await term.stands('The server is waiting for you');
  const tokens = page.locator('[data-tokens]');
  const word = (text: string) => tokens.locator('div', { has: page.getByText(text, { exact: true }) });
  const row = (text: string) => page.locator(`[data-console="${YOU}"] .xterm-rows > div`, { hasText: text });
  // what hears a pointer comes after the first reply: a hand moves on until it is heard
  let moves = 0;
  const pointed = (line: string, name: string, role: string): Promise<void> =>
    expect(async () => {
      const box = await row(line).boundingBox();
      await page.mouse.move((box?.x ?? 0) + 40 + (moves++ % 2), (box?.y ?? 0) + (box?.height ?? 0) / 2);
      await expect(word(name)).toContainText(role, { timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  await pointed('a2 OK', 'a2', 'tag');
  await expect(word('[READ-WRITE]')).toContainText('code');
  await pointed('2 EXISTS', '2', 'count');
  // a password is no more to be read here than above
  await pointed('a1 LOGIN', 'LOGIN', 'verb');
  await expect(tokens).toContainText('••••');
  await expect(tokens).not.toContainText('lantern');
  // whoever writes has other words there
  await page.keyboard.insertText('a3 NO');
  await expect(tokens).toHaveCount(0);
});

test('coming back: what has changed is told in one command, and a new UIDVALIDITY ends all that was known', async ({
  page,
  term,
}) => {
  const you = as(page, YOU);
  await you(TLS, 'at your service');
  await you(LOGIN, 'a1 OK');
  await you('a2 ENABLE QRESYNC', '* ENABLED QRESYNC');
  await you('a3 SELECT INBOX', 'a3 OK');
  await expect(log(page, YOU)).toContainText('[HIGHESTMODSEQ 13]');
  await you('a4 UNSELECT', 'a4 OK');

  await page.getByRole('button', { name: 'Open a console' }).click();
  await page.getByRole('button', { name: 'on alice-phone' }).click();
  await term.sees('alice@alice-phone:~$', PHONE);
  const phone = as(page, PHONE);
  await phone(TLS, 'at your service');
  await phone('p1 LOGIN alice "paper lantern"', 'p1 OK');
  await phone('p2 SELECT INBOX', 'p2 OK');
  await phone('p3 STORE 2,9 +FLAGS (\\Flagged)', 'p3 OK');
  await phone('p4 STORE 5 +FLAGS (\\Deleted)', 'p4 OK');
  await phone('p5 EXPUNGE', 'p5 OK');
  await page.getByRole('button', { name: 'Split' }).click();

  await you('a5 SELECT INBOX (QRESYNC (1793696400 13))', 'a5 OK');
  await expect(log(page, YOU)).toContainText('* VANISHED (EARLIER) 108');
  await expect(log(page, YOU)).toContainText(
    '* 2 FETCH (UID 102 FLAGS (\\Answered \\Flagged \\Seen) MODSEQ (14))',
  );
  await you('a6 FETCH 1:* (FLAGS) (CHANGEDSINCE 14)', 'a6 OK');
  await you('a7 STORE 2:3 (UNCHANGEDSINCE 13) +FLAGS (\\Answered)', 'a7 OK [MODIFIED 2]');
  await you('a8 UNSELECT', 'a8 OK');

  await page.goto('./#/world/at/imap.example.com');
  const world = page.locator('[data-panel="world"]');
  const trouble = world.locator('summary', { hasText: 'Trouble' });
  await trouble.click();
  await world.getByRole('textbox', { name: 'UIDVALIDITY moved on by' }).fill('7');
  await page.keyboard.press('Enter');
  await expect(trouble).toContainText('1 switch turned');
  await you('a9 SELECT INBOX (QRESYNC (1793696400 16))', 'a9 OK');
  await expect(log(page, YOU)).toContainText('[UIDVALIDITY 1793696407]');
});
