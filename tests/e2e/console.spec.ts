import { expect, test, type ConsolePage } from './console-page.ts';

test.use({ colorScheme: 'dark' });

const { step } = test;
const CLEAR = 'telnet pop.example.com 110';
const SESSION = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
/** What the server says to each line of the tour. */
const REPLIES = ['220 mx1.example.com', '250 DSN', '250 2.1.0', '250 2.1.5', '354 ', '250 2.0.0'];

test.describe('while words fly', () => {
  test.use({ motion: true });

  test('the first thirty seconds by Enter alone, with or without waiting: a letter lies in bob’s mailbox', async ({
    term,
    page,
  }) => {
    const arrived = page.getByRole('button', { name: 'bob 7 letters' });
    await step('each when the one before is answered', async () => {
      await page.getByRole('combobox', { name: 'Speed' }).selectOption('8');
      await page.locator('.xterm-helper-textarea').focus();
      await term.sees('you@client:~$ telnet mx1.example.com 25');
      await term.stands('The shell is waiting for you');
      for (const reply of REPLIES) {
        await term.keys('Enter');
        await term.sees(`‹ ${reply}`);
      }
      expect(REPLIES.length).toBeLessThanOrEqual(8);
      await expect(page.getByRole('log')).toContainText('Server: 250 2.0.0 Taken as');
      await expect(arrived).toBeVisible();
    });
    await step('six times without waiting', async () => {
      await page.getByRole('button', { name: 'Start over' }).click();
      await expect(arrived).toHaveCount(0);
      await page.getByRole('combobox', { name: 'Speed' }).selectOption('1');
      await page.locator('.xterm-helper-textarea').focus();
      await expect.poll(term.rows).toEqual([expect.stringContaining('telnet mx1.example.com 25')]);
      await term.keys(...REPLIES.map(() => 'Enter'));
      await term.sees('‹ 250 2.0.0');
      await expect(arrived).toBeVisible();
    });
  });
});

for (const [name, viewport] of [
  ['desk', { width: 1440, height: 900 }],
  ['phone', { width: 390, height: 844 }],
] as const)
  test(`what is typed before the page is there stays where it was, and is answered when the simulation is: ${name}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const held = async (chunk: RegExp): Promise<() => void> => {
      let arrive = (): void => undefined;
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      await page.route(chunk, async (route) => {
        await arrived;
        await route.continue();
      });
      return arrive;
    };
    const arrive = await held(/assets\/page-/);
    const open = await held(/\/assets\/simulation-[^/]*\.js$/);
    await page.goto('./');
    const screen = page.locator('[data-ready]');
    await screen.waitFor();
    const field = page.locator('input');
    if (name === 'phone') await field.click();
    await page.keyboard.type('ho');
    const rows = page.locator('.xterm-rows');
    if (name === 'phone') await expect(field).toHaveValue(/^ho/);
    else await expect(rows).toContainText('ho');
    await expect(page.getByRole('banner')).toHaveCount(0);
    const before = await screen.boundingBox();
    arrive();
    await expect(page.getByRole('banner')).toBeVisible();
    expect(await screen.boundingBox()).toEqual(before);
    await page.keyboard.type('sts\n');
    await page.keyboard.type('whoami\n');
    await expect(rows).toContainText('whoami');
    await expect(page.getByRole('status').first()).toContainText('The world is loading');
    open();
    await expect(page.getByRole('log')).toContainText(/pop\.example\.com.*whoami.*you/s);
    await expect(page.locator('#outline')).toHaveCount(0);
  });

test('in clear: the tour left, a refusal foreseen, the past, what is lit, and who waits for whom', async ({
  term,
}) => {
  await step('Tab takes the offered line, it is edited and sent; something else ends the tour', async () => {
    await term.sees('telnet mx1.example.com 25');
    await term.keys('Tab', 'Backspace', 'Backspace');
    await term.say('587');
    await term.sees('Unable to connect to remote host');
    await expect.poll(async () => (await term.rows()).at(-1)).toBe('you@client:~$');
  });
  await step('colours, an illegal verb marked before Enter, the reason, the refusal', () => refused(term));
  await step('rewinding rewinds the console; typing there begins a branch and keeps the old one', () =>
    rewound(term),
  );
  await step('pointing at a line lights what carried it in the sequence, and the other way round', () =>
    lit(term),
  );
  await step('a bare LF is no line end, and the state line says so', async () => {
    await term.say('QUIT');
    await term.stands('The shell is waiting for you');
    await term.say('nc pop.example.com 110');
    await term.stands('The server is waiting for you');
    await term.say('QUIT');
    await term.stands('a bare LF ends no line here');
  });
  await step('TLS never begun: they wait for each other', async () => {
    await term.keys('Control+c');
    await term.stands('The shell is waiting for you');
    await term.say('telnet pop.example.com 995');
    await term.sees('Escape character');
    await term.stands('You wait for each other');
  });
});

async function refused(term: ConsolePage): Promise<void> {
  const { page } = term;
  await page.keyboard.type(`${CLEAR}\n`);
  await term.sees('+OK pop.example.com');
  await term.stands('The server is waiting for you');

  await page.keyboard.type('RETR 1');
  const verb = page.locator('.xterm-rows span.xterm-underline-3', { hasText: 'RETR' });
  await expect(verb).toHaveCSS('text-decoration-color', 'rgb(255, 122, 112)');
  await expect(term.usage).toContainText('RETR is not legal now (Who are you?)');
  await expect(term.usage).toContainText('RFC 1939 §5');
  await expect(term.usage.locator('[data-here]')).toHaveText('<message>');

  await term.keys('Enter');
  await term.sees(/× -ERR RETR/);
  const refusal = page.locator('.xterm-rows span', { hasText: '-ERR RETR' }).first();
  await expect(refusal).toHaveCSS('color', 'rgb(255, 122, 112)');
  await expect(page.locator('.xterm-rows span', { hasText: '› RETR 1' })).toHaveCSS(
    'color',
    'rgb(245, 168, 61)',
  );
  await expect(page.locator('.xterm-rows span', { hasText: '‹ +OK' })).toHaveCSS(
    'color',
    'rgb(93, 183, 255)',
  );
}
async function rewound(term: ConsolePage): Promise<void> {
  const { page } = term;
  await term.say('CAPA');
  await term.sees(/‹ \.$/m);
  await term.say('undo-this-please');
  await term.sees(/-ERR.*undo-this|undo-this[^]*-ERR/);
  await term.keys('Escape', 'Tab');
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  await term.keys('u', 'u');
  await expect.poll(async () => (await term.rows()).join('\n')).not.toContain('CAPA');
  await term.sees('+OK pop.example.com');
  await term.stands('The past');

  await term.keys('/');
  await expect(page.locator('.xterm-helper-textarea')).toBeFocused();
  await term.say('QUIT');
  await term.sees('Connection closed by foreign host.');
  expect((await term.rows()).join('\n')).not.toContain('CAPA');
}
async function lit(term: ConsolePage): Promise<void> {
  const { page } = term;
  await term.stands('The shell is waiting for you');
  await term.say(CLEAR);
  await term.stands('The server is waiting for you');
  await term.say('CAPA');
  await term.sees(/^ ?‹ \.$/m);
  const row = page.locator('.xterm-rows > div', { hasText: '› CAPA' });
  await expect(row).toBeVisible();
  const sent = page.locator('[data-pane="stage"]').getByRole('option', { name: /: CAPA, 6 octets$/ });
  await expect(sent).toBeVisible();
  const lights = page.locator('.xterm-decoration');
  await expect(lights).toHaveCount(0);
  // what comes late has its place: nothing moves away under the pointer
  await page.waitForLoadState('networkidle');
  await sent.hover();
  await expect(lights).toHaveCount(1);
  const top = async (of: typeof row): Promise<number> => (await of.boundingBox())?.y ?? Number.NaN;
  // the terminal paints in a frame of its own
  await expect.poll(async () => Math.abs((await top(lights)) - (await top(row)))).toBeLessThan(4);
}

test('over TLS: the lock, a password nobody keeps, completion, a letter of 3 MB, a maildrop in use', async ({
  term,
  page,
}) => {
  await step('TLS lines carry a lock, others none; letters never seen before have been measured', () =>
    locked(term),
  );
  await step('a password is dots: on the screen, in the transcript, and no history has it', async () => {
    await term.keys('Control+u');
    await term.say('USER bob');
    await term.sees('Now the password');
    await page.keyboard.type('PASS river-otter');
    await term.sees('› PASS •••••••••••');
    await term.keys('Enter');
    await term.sees('-ERR');
    await term.keys('ArrowUp');
    await expect.poll(async () => (await term.rows()).at(-1)).toBe(' › USER bob');
    await expect(page.locator('[data-pane="console"]')).not.toContainText('river');
  });
  await step('completion from the world: a message number by Tab', async () => {
    await term.keys('Enter');
    await term.say('PASS correct-horse');
    await term.sees('6 messages');
    await page.keyboard.type('uid');
    await term.keys('Tab');
    await page.keyboard.type(' ');
    await term.keys('ArrowRight', 'Enter');
    await term.sees(/› uidL 1/);
  });
  await step('two consoles and one maildrop: the second is told it is in use', () => inUse(term));
  await step('a letter of 3 MB is folded and the next key echoes', async () => {
    await page.locator('.xterm-helper-textarea').focus();
    await term.say('RETR 5');
    await page.keyboard.type('NO');
    await term.sees(/› NO/);
    await term.sees(/… 3,\d{3},\d{3} octets more/);
    await term.sees(/^ ?‹ \.$/m);
  });
});

async function locked(term: ConsolePage): Promise<void> {
  const { page } = term;
  await term.stands('The shell is waiting for you'); // before the world is there no history keeps anything
  await term.say(CLEAR);
  await term.sees('+OK pop.example.com');
  await expect(page.locator('.xterm-overline')).toHaveCount(0);
  await term.say('QUIT');
  await term.sees('Connection closed by foreign host.');
  await term.say(SESSION);
  await term.sees('verify return:1');
  await expect.poll(() => page.locator('.xterm-overline').count()).toBeGreaterThan(0);
  await term.stands('The server is waiting for you');
  // the terminal measures so many of a character, side by side; the dot is the last of those that are measured at rest
  const measured = page.locator('.xterm-width-cache-measure-container > span').first();
  await expect(measured).toHaveText('•'.repeat(32));
  await page.keyboard.type('Zq~');
  await term.sees('Zq~');
  await expect(measured).toHaveText('•'.repeat(32));
}
async function inUse(term: ConsolePage): Promise<void> {
  const { page } = term;
  const second = 'bob-laptop';
  await page.getByRole('button', { name: 'Open a console' }).click();
  await page.getByRole('button', { name: 'on bob-laptop' }).click();
  await term.sees('bob@bob-laptop:~$', second);
  await term.say(SESSION);
  await term.sees('POP3 server ready', second);
  await term.say('USER bob');
  await term.say('PASS correct-horse');
  await term.sees('-ERR [IN-USE]', second);
  await page.getByRole('button', { name: 'Split' }).click();
  await term.sees('6 messages');
  await term.sees('[IN-USE]', second);
  await page.getByRole('button', { name: 'Close bob-laptop' }).click();
  await expect(page.locator('[data-console]')).toHaveCount(1);
}
