// The world is changed from its own pages, in the middle of a session: each change acts, is an event, and can be taken back.
import { expect, test, type Page } from '@playwright/test';
import { clean, cleanDarkAndLight } from './examine.ts';
import { log, openLab, panel, say, sayAll } from './drive.ts';

const { step } = test;
const world = (page: Page) => panel(page, 'world');
const PANE = '[data-pane="guide"]';

test('on the world’s pages: somebody on the way, a switch, a record', async ({ page }) => {
  await openLab(page, '/#/world/at/mx1.example.com');
  await step('somebody sits down on the way, takes the offer of TLS away, and puts words in', async () => {
    const way = world(page).getByRole('region', { name: 'Somebody on the way' });
    await way.getByRole('combobox', { name: 'He sits' }).selectOption('between mx1 and client');
    await way.getByRole('switch', { name: 'Takes the offer of TLS away' }).click();
    await sayAll(page, ['telnet mx1.example.com 25', 'EHLO client.example.net']);
    await expect(log(page)).toContainText('250-SMTPUTF8');
    await expect(log(page)).not.toContainText('STARTTLS');
    await way.getByRole('textbox', { name: 'Behind a line that begins with' }).fill('NOOP');
    await way.getByRole('textbox', { name: 'These octets' }).fill('VRFY bob\\');
    await way.getByRole('button', { name: 'Put in' }).click();
    await expect(way.getByRole('alert')).toContainText('where a line ends');
    await way.getByRole('textbox', { name: 'These octets' }).fill(String.raw`VRFY bob\r\n`);
    await way.getByRole('button', { name: 'Put in' }).click();
    await say(page, 'NOOP');
    await expect(log(page)).toContainText('252');
    await clean(page, 'somebody on the way', PANE);
    await way.getByRole('button', { name: 'No more' }).click();
    await expect(page.getByRole('option', { name: /client – mx1|mx1 – client/ }).first()).toBeVisible();
  });
  await say(page, 'QUIT');
  await step('a switch is turned between two commands, acts at once, and is undone', async () => {
    await sayAll(page, [
      'telnet mx1.example.com 25',
      'EHLO client.example.net',
      'MAIL FROM:<you@client.example.net>',
    ]);
    const refusing = world(page).locator('summary', { hasText: 'Refusing' });
    await refusing.click();
    const seconds = world(page).getByRole('textbox', { name: 'Greylisting, seconds' });
    await seconds.fill('soon');
    await page.keyboard.press('Enter');
    await expect(world(page).getByRole('alert')).toContainText('a whole number from 0 to 86400');
    await seconds.fill('300');
    await page.keyboard.press('Enter');
    await expect(refusing).toContainText('1 switch turned');
    await expect(page.getByRole('option', { name: /mx1: greylist 300/ })).toBeVisible();
    await say(page, 'RCPT TO:<bob@example.com>');
    await expect(log(page)).toContainText('450 4.7.1');
    await world(page).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('branch “without mx1: greylist 300”')).toBeVisible();
    await expect(log(page)).toContainText('250 2.1.5');
  });
  await step(
    'a record is written into a zone, and asked for; what goes wrong with a name is decided too',
    async () => {
      // what was looked up before is remembered, and not asked for again
      await page.getByRole('button', { name: 'Start over' }).click();
      await page.goto('/#/world/names');
      const record = world(page).getByRole('textbox', { name: 'New record' });
      await record.fill('shop.example.com MX mx1.example.com');
      await expect(world(page)).toContainText('Expected a preference');
      // an alert is there with its words alone
      await expect(world(page).locator('[role="alert"]')).toHaveCount(0);
      await record.fill('shop.example.com MX 5 mx1.example.com');
      await page.keyboard.press('Enter');
      await say(page, 'dig shop.example.com MX +short');
      await expect(log(page)).toContainText('5 mx1.example.com.');
      await world(page).getByRole('textbox', { name: 'Name' }).fill('mx1.example.com');
      await world(page).getByRole('combobox', { name: 'Answer' }).selectOption('servfail');
      await world(page).getByRole('button', { name: 'Add' }).last().click();
      await say(page, 'dig mx1.example.com');
      await expect(log(page)).toContainText('status: SERVFAIL');
      await world(page)
        .getByRole('link', { name: /^Changes/ })
        .click();
      await world(page)
        .getByRole('button', { name: /^Take back: \+ shop/ })
        .click();
      await expect(log(page)).not.toContainText('5 mx1.example.com.');
    },
  );
});

/** Whoever works by keys is there. */
const isIn = (page: Page, place: string) =>
  expect(page.locator(`${place}:focus, ${place} :focus`)).toHaveCount(1);

test('another world, its pages to axe, and somebody new', async ({ page }) => {
  await step('another world is entered, and the one before is brought back after a reload', async () => {
    await openLab(page);
    await say(page, 'hosts');
    await page.getByRole('button', { name: 'World Standard' }).click();
    await page.getByRole('button', { name: /^Old server/ }).click();
    await expect(page.getByRole('button', { name: 'World Old server' })).toBeVisible();
    await sayAll(page, ['telnet mx1.example.com 25', 'EHLO client.example.net']);
    await expect(log(page)).toContainText(/50[02] /);
    await page.reload();
    await expect(page.getByRole('button', { name: 'World Old server' })).toBeVisible();
    await expect(log(page)).toContainText(/50[02] /);
    await page.getByRole('button', { name: 'Bring back what you had' }).click();
    await expect(page.getByRole('button', { name: 'World Standard' })).toBeVisible();
    await expect(log(page)).toContainText('192.0.2.31');
  });
  await step('axe finds nothing on the world’s pages, in two themes', async () => {
    await page.goto('/#/world');
    await expect(world(page).getByText('mx1').first()).toBeVisible();
    await cleanDarkAndLight(page, 'machines', PANE);
    await page.goto('/#/world/at/mx1.example.com');
    for (const part of ['Refusing', 'bob', 'New alias'])
      await world(page).locator('summary', { hasText: part }).first().click();
    await cleanDarkAndLight(page, 'a machine', PANE);
    await page.goto('/#/world/names');
    await world(page).locator('summary', { hasText: 'example.com' }).first().click();
    await world(page).getByRole('textbox', { name: 'New record' }).fill('x.test A 192.0.2.9');
    await page.keyboard.press('Enter');
    await cleanDarkAndLight(page, 'names', PANE);
    await page.goto('/#/world/changes');
    await expect(world(page).getByText('x.test A').first()).toBeVisible();
    await cleanDarkAndLight(page, 'changes', PANE);
    await page.getByRole('button', { name: 'World Standard' }).click();
    await expect(page.getByRole('button', { name: /^Greylisting/ })).toBeVisible();
    await cleanDarkAndLight(page, 'worlds', '[popover]:popover-open');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.goto('/#/');
  });
  await step('by keys alone: somebody new gets an account, logs in, and is dismissed', async () => {
    const chooser = page.getByRole('button', { name: 'World Standard' });
    await chooser.press('Enter');
    await isIn(page, '[popover]:popover-open');
    await page.keyboard.press('Escape');
    await expect(chooser).toBeFocused();
    await chooser.press('Enter');
    await page.locator('[popover] a[href="#/world"]').press('Enter');
    await isIn(page, PANE);
    const machine = world(page).getByRole('link', { name: 'Open mail.example.org' });
    await machine.press('Enter');
    await expect(world(page).getByRole('link', { name: 'All machines' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(machine).toBeFocused();
    await page.keyboard.press('Enter');
    await world(page).locator('summary', { hasText: 'New account' }).press('Enter');
    await world(page).getByRole('textbox', { name: 'Name' }).first().fill('Zoë');
    await world(page).getByRole('textbox', { name: 'Password' }).last().fill('first-day');
    await page.keyboard.press('Enter');
    await expect(world(page).getByRole('alert').first()).toContainText('a name in small letters');
    await world(page).getByRole('textbox', { name: 'Name' }).first().fill('zoe');
    await page.keyboard.press('Enter');
    await expect(world(page).locator('summary', { hasText: 'zoe@example.org' })).toBeVisible();
    // for the next one
    await expect(world(page).getByRole('textbox', { name: 'Name' }).first()).toBeFocused();
    await page.getByRole('tab', { name: 'Mailboxes' }).click();
    await expect(panel(page, 'mailboxes').locator('[data-user="zoe"]')).toBeVisible();
    await sayAll(page, [
      'openssl s_client -quiet -crlf -connect mail.example.org:995',
      'USER zoe',
      'PASS first-day',
    ]);
    await expect(log(page)).toContainText('+OK 0 messages');
    await world(page).locator('summary', { hasText: 'zoe@example.org' }).press('Enter');
    const person = world(page).locator('details[open]', { hasText: 'zoe@' });
    const password = person.getByRole('textbox', { name: 'Password' });
    await password.fill('second-day');
    await page.keyboard.press('Enter');
    await expect(world(page).getByRole('link', { name: 'Changes 2' })).toBeVisible();
    await expect(password).toBeFocused();
    await world(page).getByRole('textbox', { name: 'New mailbox' }).first().fill('INBOX.Plans');
    await page.keyboard.press('Enter');
    await expect(panel(page, 'mailboxes').getByRole('row', { name: /Plans/ })).toBeVisible();
    await person.getByRole('button', { name: 'Rename INBOX.Plans' }).press('Enter');
    await page.keyboard.press('Escape');
    await expect(person.getByRole('button', { name: 'Rename INBOX.Plans' })).toBeFocused();
    await person.getByRole('button', { name: 'Remove INBOX.Plans' }).press('Enter');
    await expect(panel(page, 'mailboxes').getByRole('row', { name: /Plans/ })).toContainText('deleted');
    await isIn(page, PANE);
    await person.getByRole('button', { name: 'Remove zoe' }).press('Enter');
    await expect(world(page).locator('summary', { hasText: 'zoe@' })).toHaveCount(0);
    await isIn(page, PANE);
  });
});
