import { expect, test, type Page } from '@playwright/test';
import { sideways } from './boxes.ts';
import { consolePane, LETTER, openLab, openLetter, panel, POP, say, sayAll, TOUR, tour } from './drive.ts';
import { clean, THEMES } from './examine.ts';

const { step } = test;
const open = (page: Page) => page.getByRole('tab', { name: 'Message' }).click();
const usage = (page: Page) => page.getByRole('note', { name: 'Usage' });
const envelope = (page: Page) => panel(page, 'message').getByRole('region', { name: 'Envelope' });

test('a letter while one writes it: its envelope, its dots, and what is counted', async ({ page }) => {
  await openLab(page);
  await step('the envelope fills while one writes it, apart from the letter', async () => {
    await open(page);
    await expect(panel(page, 'message')).toContainText('say MAIL FROM');
    await sayAll(page, TOUR.slice(0, 3));
    await expect(envelope(page)).toContainText('<you@client.example.net>');
    await expect(envelope(page)).toContainText('nobody yet');
    // what is said stands apart from the command it is said by
    const gaps = await envelope(page)
      .locator('dt')
      .evaluateAll((all) =>
        all.map((dt) => {
          const words = document.createRange();
          words.selectNodeContents(dt);
          const value = dt.nextElementSibling?.getBoundingClientRect();
          return (value?.left ?? 0) - words.getBoundingClientRect().right;
        }),
      );
    expect(gaps).toHaveLength(2);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(8);
    await sayAll(page, ['RCPT TO:<bob@example.com>', 'RCPT TO:<nobody@example.com>']);
    await expect(envelope(page)).toContainText('<nobody@example.com> refused');
    await sayAll(page, ['DATA', 'To: carol@example.com', 'Subject: folded', ' and long', '', 'Hi']);
    await expect(envelope(page)).toContainText('being written');
    const shown = panel(page, 'message');
    await expect(shown).toContainText(
      'The header names carol@example.com. The envelope decides: bob@example.com.',
    );
    await expect(shown.getByRole('region', { name: 'Header' })).toContainText('written on 2 lines');
    await expect(shown.getByRole('region', { name: 'Text' })).toContainText('Hi');
    await say(page, '.');
    await expect(envelope(page)).toContainText('handed over');
    await expect(shown.getByRole('region', { name: 'Header' })).toContainText(
      'what the server kept of the envelope',
    );
  });
  await step(
    'within a letter the console says so: what ends it, what a dot does, what is no command',
    async () => {
      await sayAll(page, [...TOUR.slice(2), 'Subject: dots', '']);
      const state = consolePane(page).getByRole('status').first();
      await expect(state).toContainText('17 octets so far. A lone dot ends it');
      await page.keyboard.type('QUIT');
      await expect(usage(page)).toContainText(
        'Everything is letter text now: QUIT will be a line of the letter.',
      );
      await page.keyboard.press('Enter');
      await expect(page.getByRole('log').first()).toContainText('You, in the letter: QUIT');
      await page.keyboard.type('.profile');
      await expect(usage(page)).toContainText('takes the first dot of a line away');
      await page.keyboard.press('Enter');
      await page.keyboard.type('.');
      await expect(usage(page)).toContainText('Enter ends the letter here.');
      await page.keyboard.press('Backspace');
      await page.getByRole('button', { name: 'Stuff dots for me' }).click();
      await say(page, '.second');
      await expect(page.getByRole('log').first()).toContainText('..second');
      await say(page, '.');
      await expect(page.getByRole('log').first()).toContainText(/\.\.second.*250 2\.0\.0/s);
      await open(page);
      const text = panel(page, 'message').getByRole('region', { name: 'Text' });
      await expect(text).toContainText(
        'QUITprofile.second'.replace('QUIT', 'QUIT\n').replace('profile', 'profile\n'),
      );
      await page.reload();
      await sayAll(page, ['RSET', ...TOUR.slice(2)]);
      await expect(page.getByRole('button', { name: 'Stuff dots for me', pressed: true })).toBeVisible();
    },
  );
  await step('counted octets are owed, and a dot is a dot', async () => {
    await sayAll(page, ['.', ...TOUR.slice(2, 4), 'BDAT 10 LAST', '.']);
    await expect(consolePane(page).getByRole('status').first()).toContainText('waits for 7 octets more');
    await expect(page.getByRole('button', { name: 'Stuff dots for me' })).toHaveCount(0);
  });
});

test('what a login says in base64, and letters as their mailbox has them', async ({ page }) => {
  await openLab(page);
  await step('a login in base64 is read beside the line; the password only when somebody asks', async () => {
    await sayAll(page, [POP[0], 'AUTH PLAIN AGJvYgBjb3JyZWN0LWhvcnNl']);
    const note = page.getByRole('group', { name: 'What the base64 says' });
    await expect(note).toContainText('NULbobNUL•••••••••••••');
    await expect(note).toContainText('base64 hides nothing');
    await expect(page.locator('body')).not.toContainText('correct-horse');
    await note.getByRole('button', { name: 'Show the password' }).click();
    await expect(note).toContainText('NULbobNULcorrect-horse');
    await say(page, 'STAT');
    await say(page, 'NOOP');
    await expect(note).toHaveCount(0);
    await page.getByRole('option', { name: /client to pop: AUTH PLAIN/ }).hover();
    await expect(note).toContainText('NULbobNUL•••');
  });
  await say(page, 'QUIT');
  await step(
    'a letter chosen in its mailbox by key is shown with the envelope that brought it, and octet for octet',
    async () => {
      await tour(page);
      await page.getByRole('tab', { name: 'Mailboxes' }).click();
      // what has changed stands first, however many mailboxes there are
      await expect(panel(page, 'mailboxes').locator('[data-box]').first()).toHaveAttribute(
        'data-box',
        'bob/INBOX',
      );
      const letter = page.getByRole('row', { name: 'Typed by hand, from You' });
      await openLetter(page, 'Typed');
      await expect(letter).toHaveAttribute('aria-current', 'true');
      await expect(envelope(page)).toContainText('<bob@example.com>');
      const shown = panel(page, 'message');
      await expect(shown).toContainText('bob, UID 7');
      await shown.getByRole('button', { name: 'Octets' }).click();
      const raw = shown.getByRole('region', { name: 'Every octet of the letter' });
      await expect(raw).toContainText('0000Return-Path: <you');
      await expect(raw).toContainText('CR LF');
      await shown.getByRole('button', { name: 'Hex' }).click();
      await expect(raw).toContainText('52 65 74 75');
      await page.getByRole('row', { name: 'The lantern in the window, from Alice' }).click();
      await shown.getByRole('button', { name: 'Letter', exact: true }).click();
      await expect(shown).toContainText('Nobody saw this envelope');
      await shown.getByRole('button', { name: 'Back to the console’s letter' }).click();
      await expect(envelope(page)).toContainText('<bob@example.com>');
    },
  );
  await step(
    'a letter of three million octets scrolls: only what is seen of it is there; a part is fetched as its number says, and marked',
    async () => {
      await say(page, 'QUIT');
      await openLetter(page, 'The cat');
      const shown = panel(page, 'message');
      await expect(shown).toContainText('3,158,426 octets');
      await expect(shown).toContainText('more lines: see Octets');
      await shown.getByRole('button', { name: 'Octets' }).click();
      const raw = shown.getByRole('region', { name: 'Every octet of the letter' });
      const rows = raw.locator('[data-wire]');
      await expect.poll(() => rows.count()).toBeGreaterThan(5);
      await raw.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
      await expect(rows.last()).toContainText('CR LF');
      await expect(rows.last()).toContainText(/^3031/);
      expect(await rows.count()).toBeLessThan(120);

      await shown.getByRole('button', { name: 'Parts' }).click();
      await expect(shown.locator('[data-part="2"]')).toContainText('BASE64');
      const item = shown.getByRole('button', { name: 'Type BODY[1] into a console' });
      await item.click();
      await expect(shown.getByRole('status')).toContainText('No console has bob open by IMAP now');
      await expect(shown.locator('mark').first()).toContainText('Bob, here is');
      await clean(page, 'parts', '[data-panel="message"]');
      await sayAll(page, [
        'openssl s_client -quiet -crlf -connect imap.example.com:993',
        'a1 LOGIN bob correct-horse',
        'a2 SELECT INBOX',
      ]);
      await item.click();
      await expect(shown.getByRole('status')).toContainText('BODY[1] is in the line of you@client');
      await expect(page.locator('.xterm-helper-textarea').first()).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('log').first()).toContainText('f OK');
    },
  );
});

const MESSAGE = '[data-panel="message"]';
test('axe finds nothing in the message panel', async ({ page }) => {
  await openLab(page);
  for (const [themes, button, look] of THEMES)
    await step(themes, async () => {
      await page.getByRole('button', { name: button }).click();
      await open(page);
      await look(page, 'empty');
      await sayAll(page, [
        ...TOUR.slice(0, 4),
        'RCPT TO:<nobody@example.com>',
        'DATA',
        'To: carol@example.com',
      ]);
      await page.keyboard.type('.dot');
      await look(page, 'being written', MESSAGE);
      await page.keyboard.press('Control+U');
      await sayAll(page, LETTER.slice(3));
      await look(page, 'handed over', MESSAGE);
      await panel(page, 'message').getByRole('button', { name: 'Octets' }).click();
      await look(page, 'octets', MESSAGE);
      await panel(page, 'message').getByRole('button', { name: 'Hex' }).click();
      await look(page, 'hex', MESSAGE);
      await page.getByRole('button', { name: 'Letter', exact: true }).click();
      await page.getByRole('button', { name: 'Start over' }).click();
    });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('the panel is a tab like the others, and fits', async ({ page }) => {
    await openLab(page);
    const line = consolePane(page).locator('input').first();
    for (const words of [...TOUR, ...LETTER]) {
      await line.fill(words);
      await page.keyboard.press('Enter');
    }
    await page.getByRole('button', { name: 'Stage', exact: true }).click();
    await open(page);
    await expect(envelope(page)).toContainText('<bob@example.com>');
    expect(await page.evaluate(sideways)).toBe(0);
  });
});
