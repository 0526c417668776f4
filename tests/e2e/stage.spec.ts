import { expect, test } from '@playwright/test';
import { drawnIn } from './air.ts';
import { collect, moment, openLab, panel, POP, say, sayAll, TOUR, keptSession } from './drive.ts';
import { clean } from './examine.ts';

const { step } = test;

test('a letter is marked over TLS: what the glasses leave of it, and what QUIT does', async ({ page }) => {
  await openLab(page);
  await page.getByRole('tab', { name: 'Mailboxes' }).click();
  await collect(page);
  const box = page.locator('[data-box="bob/INBOX"]');
  await expect(page.locator('[data-of="bob/INBOX"]').getByText('goes at QUIT')).toBeVisible();
  await expect(box.getByText('held by you@client')).toBeVisible();
  await step(
    'the glasses leave no octet of what was said; without TLS it stays readable, on a branch of its own',
    async () => {
      await page.getByRole('tab', { name: 'On the wire' }).click();
      const wire = panel(page, 'glasses');
      await expect(wire).toContainText('PASS correct-horse');
      await expect(wire).toContainText('The lantern in the window');
      await wire.getByRole('button', { name: 'Eavesdropper’s glasses' }).click();
      await expect(wire).toContainText('TLS record, 32 octets'); // USER bob, CR LF, and 22 of TLS
      const dom = await wire.evaluate((element) => element.outerHTML);
      const spoken = await wire.ariaSnapshot();
      for (const secret of [
        'bob',
        'correct',
        'horse',
        'RETR',
        'DELE',
        'lantern',
        'Alice',
        '+OK',
        '3163120',
        'USER',
        'PASS',
      ])
        expect([dom.includes(secret), spoken.includes(secret)], secret).toEqual([false, false]);
      await expect(wire).toContainText('0 of 32 lines readable');
      await wire.getByRole('button', { name: 'In clear' }).click();
      await expect(wire).toContainText('PASS correct-horse');
      await expect(wire).toContainText('32 of 32 lines readable');
      await expect(panel(page, 'network')).toContainText('No TLS on this link');
      await wire.getByRole('button', { name: 'Over TLS' }).click();
      await expect(wire).not.toContainText('correct-horse');
      await expect(wire).toContainText('0 of 32 lines readable');
    },
  );
  await step('QUIT deletes what was marked', async () => {
    await page.getByRole('tab', { name: 'Mailboxes' }).click();
    await say(page, 'QUIT');
    await expect(box.getByText('5 letters')).toBeVisible();
    await expect(box.getByText(/held by/)).toHaveCount(0);
  });
});

test('back in time: by the ladder, on a branch, and after a reload', async ({ page }) => {
  await openLab(page);
  await sayAll(page, POP.slice(0, 4));
  await step('a click in the ladder goes to that moment, arrows go on from there', async () => {
    const ladder = page.getByRole('listbox');
    const row = (name: string) => ladder.getByRole('option', { name });
    await row('client to pop: USER bob').click();
    await expect(row('client to pop: USER bob')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('log').first()).not.toContainText('Now the password');
    await ladder.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('log').first()).toContainText('Now the password');
    await page.getByRole('button', { name: 'To the present' }).click();
    await expect(page.getByRole('log').first()).toContainText('+OK 6 3163120');
  });
  await step('typing in the past begins a branch; both are reachable, and may be named', async () => {
    await say(page, 'RETR 1');
    await page.getByRole('option', { name: /6 messages/ }).click();
    await say(page, 'LIST');
    await expect(panel(page, 'sequence')).toContainText('LIST');
    await expect(panel(page, 'sequence')).not.toContainText('RETR 1');
    await page.getByRole('button', { name: 'Branches' }).click();
    const branches = page.getByRole('dialog', { name: 'Branches' });
    await expect(branches.getByRole('listitem')).toHaveCount(2);
    await branches.getByRole('button', { name: 'Rename “LIST”' }).click();
    await branches.getByRole('textbox', { name: 'Name of this branch' }).fill('listed instead');
    await page.keyboard.press('Enter');
    await expect(page.getByText('branch “listed instead”')).toBeVisible();
    await page.keyboard.press('Escape');
    // where not all have room, it opens at the one that is now
    await page.setViewportSize({ width: 1440, height: 200 });
    await page.getByRole('button', { name: 'Branches' }).click();
    const here = branches.getByRole('button', { name: 'listed instead', exact: true });
    await expect(here).toBeInViewport({ ratio: 1 });
    await page.setViewportSize({ width: 1440, height: 900 });
    await branches.getByRole('button', { name: 'first', exact: true }).click();
    await expect(panel(page, 'sequence')).toContainText('RETR 1');
  });
  await step('a reload brings the session back, branches and all', async () => {
    await page.getByRole('button', { name: 'Branches' }).click();
    await page
      .getByRole('dialog', { name: 'Branches' })
      .getByRole('button', { name: 'listed instead', exact: true })
      .click();
    await page.keyboard.press('Escape');
    await say(page, 'NOOP');
    await expect(page.getByRole('button', { name: 'Branches' })).toHaveText('2');
    await expect(panel(page, 'sequence')).toContainText('NOOP');
    await expect.poll(() => keptSession(page)).toContain('NOOP');
    await page.reload();
    await expect(panel(page, 'sequence')).toContainText('NOOP');
    await expect(page.getByRole('log').first()).toContainText('+OK');
    await expect(page.getByRole('button', { name: 'Branches' })).toHaveText('2');
  });
});

test('a login: the states, the keys of time, and a new beginning', async ({ page }) => {
  await step('the state machine says where the session is and what each command may lead to', async () => {
    await openLab(page);
    await sayAll(page, POP.slice(0, 2));
    const machine = panel(page, 'machine');
    await expect(machine.locator('[aria-current="step"]')).toContainText('And the password?');
    await say(page, 'PASS wrong');
    await expect(machine.locator('[aria-current="step"]')).toContainText('Who are you?');
    await expect(machine.locator('[aria-current="step"]')).toContainText('PASS · it does not fit');
    await say(page, 'XYZZY');
    await expect(machine.locator('[aria-current="step"]')).toContainText('the verb is not known here');
    await machine.getByRole('button', { name: 'PASS' }).last().click();
    const outcomes = machine.getByRole('region', { name: 'What PASS may lead to' });
    await expect(outcomes).toContainText('the lock is taken');
    await expect(outcomes).toContainText('-ERR [IN-USE]');
    await expect(outcomes).toContainText('RFC 2449');
    await outcomes.getByRole('button', { name: 'Close' }).click();
    await expect(outcomes).toHaveCount(0);
  });
  await step('keys move time, but never while the console has them', async () => {
    await sayAll(page, POP.slice(1, 3));
    await expect(panel(page, 'machine').locator('[aria-current="step"]')).toContainText('Maildrop open');
    const end = (await moment(page).textContent()) ?? '';
    await page.keyboard.type('?,.');
    await expect(moment(page)).toHaveText(end);
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await expect(moment(page)).toHaveText(/^event 0 of/);
    await page.keyboard.press('End');
    await expect(moment(page)).toHaveText(end);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeHidden();
  });
  await step('starting over can be undone', async () => {
    await expect(panel(page, 'sequence')).toContainText('USER bob');
    await page.getByRole('button', { name: 'Start over' }).click();
    await expect(panel(page, 'sequence')).not.toContainText('USER bob');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(panel(page, 'sequence')).toContainText('USER bob');
  });
});

test('words fly, and land', async ({ page }) => {
  await page.clock.install();
  await openLab(page, '/', { still: false });
  await page.clock.runFor(4000);
  await say(page, 'nc -C pop.example.com 110');
  await page.clock.runFor(8000);
  // from here on time is the test's own: a capsule stands until it is told to fly on
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000);
  await say(page, 'CAPA');
  await page.clock.runFor(50);
  const network = panel(page, 'network');
  const capsule = network.locator('[data-flight]', { hasText: 'CAPA' });
  await expect(capsule).toHaveCount(1);
  const begun = await drawnIn(network);
  await page.clock.runFor(200);
  const later = await drawnIn(network);
  expect(later?.x).toBeGreaterThan(begun?.x ?? Infinity);
  await page.clock.runFor(4000);
  await expect(capsule).toHaveCount(0);
  expect(await drawnIn(network)).toBeUndefined();
});

test('what the ladder and the network have room for', async ({ page }) => {
  await step(
    'words in the ladder may be as long as it is wide; where nothing may move, the latest stand on their line, and so does what is pointed at',
    async () => {
      await openLab(page);
      await sayAll(page, POP.slice(0, 2));
      const flight = panel(page, 'network').locator('[data-flight]');
      await expect(flight).toContainText('+OK Now the passwo');
      await say(page, 'PASS correct-horse');
      await page.getByRole('option', { name: 'client to pop: USER bob' }).hover();
      await expect(flight).toContainText('USER bob');
      await sayAll(page, ['QUIT', ...TOUR.slice(0, 3)]);
      for (const words of ['EHLO client.example.net', 'MAIL FROM:<you@client.example.net>'])
        await expect(panel(page, 'sequence').locator('[data-wire]', { hasText: words })).toBeVisible();
    },
  );
  await step('two people at two machines: the second is told that the maildrop is in use', async () => {
    await say(page, 'QUIT');
    await sayAll(page, POP.slice(0, 3));
    await page.getByRole('button', { name: 'Sit down at bob-laptop' }).click();
    await sayAll(page, POP.slice(0, 3));
    await expect(page.getByRole('option', { name: /\[IN-USE\]/ })).toBeVisible();
    await expect(panel(page, 'network').getByRole('button', { name: 'Maildrop open' })).toBeVisible();
    const network = panel(page, 'network');
    await expect(network.getByRole('button', { name: 'Who are you?' })).toBeVisible();
    // and everybody else, beyond what there is room for
    await network.getByRole('button', { name: /machines more/ }).click();
    await network.getByRole('button', { name: /machines? below/ }).click();
    await expect(network.getByRole('button', { name: /machines? above/ })).toBeVisible();
    // by keys too
    const beyond = network.locator('[data-beyond]');
    await beyond.focus();
    await expect(beyond).toBeFocused();
    await page.keyboard.press('PageUp');
    await expect(network.getByRole('button', { name: /machines? above/ })).toHaveCount(0);
    await page.keyboard.press('PageDown');
    await expect(network.getByRole('button', { name: /machines? above/ })).toBeVisible();
    // what scrolls has its own ends: time stays where it is
    const then = (await moment(page).textContent()) ?? '';
    await page.keyboard.press('Home');
    await expect(network.getByRole('button', { name: /machines? above/ })).toHaveCount(0);
    await page.keyboard.press('End');
    await expect(network.getByRole('button', { name: /machines? above/ })).toBeVisible();
    await page.keyboard.press('Home');
    await expect(moment(page)).toHaveText(then);
    await page.getByRole('tab', { name: 'Mailboxes' }).click();
    await expect(page.locator('[data-box="bob/INBOX"]')).toContainText('held by you@client');
  });
  await step(
    'a machine opens, and shows what it has at that moment; each thing leads to its panel',
    async () => {
      const network = panel(page, 'network');
      const opens = (name: string) => network.getByRole('button', { name, exact: true });
      const inside = (host: string) => page.getByRole('dialog', { name: `What ${host}.example.com has` });
      const part = (host: string, name: string) => inside(host).getByRole('region', { name });
      const size = await network.boundingBox();
      await opens('pop').press('Enter');
      await expect(part('pop', 'Queue')).toContainText('No letter waits.');
      await expect(part('pop', 'Mailboxes').getByRole('button').first()).toBeFocused();
      await expect(part('pop', 'Mailboxes').getByRole('button', { name: 'bob 6 letters' })).toBeVisible();
      await clean(page, 'inside', '[popover]:popover-open');
      // not the one in front, which the panel shows anyway
      await part('pop', 'Sessions').getByRole('button', { name: 'Maildrop open :995 ← client' }).click();
      await expect(inside('pop')).toBeHidden();
      await expect(opens('pop')).toBeFocused();
      await expect(panel(page, 'machine').locator('[aria-current="step"]')).toContainText('Maildrop open');
      await page.getByRole('button', { name: 'To the start' }).click();
      await opens('pop').click();
      await expect(part('pop', 'Sessions')).toContainText('Nobody is connected.');
      await page.keyboard.press('Escape');
      await opens('mx2').click();
      await expect(part('mx2', 'Mailboxes')).toContainText('It keeps none.');
      await part('mx2', 'Queue').getByRole('button', { name: 'carol@example.com next try 10:58' }).click();
      await expect(panel(page, 'queue')).toContainText('carol@example.com');
      expect(await network.boundingBox()).toEqual(size);
    },
  );
});
