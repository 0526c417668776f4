import { expect, test } from './console-page.ts';

test.use({ colorScheme: 'dark' });

const { step } = test;
const line = async (rows: () => Promise<readonly string[]>): Promise<string> => (await rows()).at(-1) ?? '';

test.describe('the keyboard and the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('lines edited, completed, called back, pasted and copied', async ({ term, page }) => {
    await term.stands('The shell is waiting for you');
    await term.say('whoami');
    await term.sees(/^you$/m);
    await step(
      'Tab in a line stays and completes; on an empty line, after Esc (WCAG 2.1.2) and with Shift it leaves',
      async () => {
        const field = page.locator('.xterm-helper-textarea');
        await term.keys('Tab');
        await expect(field).not.toBeFocused();
        await field.focus();
        await page.keyboard.type('teln');
        await term.keys('Shift+Tab');
        await expect(field).not.toBeFocused();
        await field.focus();
        await term.keys('Tab');
        await expect(field).toBeFocused();
        await expect.poll(() => line(term.rows)).toBe('you@client:~$ telnet');
        await term.keys('Escape', 'Tab');
        await expect(field).not.toBeFocused();
        // the key that led away was let go elsewhere: what comes in whole is not taken for its
        await field.focus();
        await page.keyboard.insertText(' there');
        await expect.poll(() => line(term.rows)).toBe('you@client:~$ telnet there');
        await term.keys('Control+e', 'Control+u', 'Escape');
        await page.keyboard.insertText('whole');
        await expect.poll(() => line(term.rows)).toBe('you@client:~$ whole');
        await term.keys('Control+u');
      },
    );
    await step(
      'readline: word moves, kills, yank, search; a family is one character to Backspace; Ctrl-L keeps the line',
      async () => {
        await page.keyboard.type('echo one two');
        await term.keys('Control+w', 'Control+a', 'Control+k', 'Control+y', 'Control+e');
        await expect.poll(() => line(term.rows)).toBe('you@client:~$ echo one');
        await term.keys('Control+u', 'Control+r');
        await page.keyboard.type('who');
        await expect.poll(() => line(term.rows)).toContain("(reverse-i-search)`who': whoami");
        await term.keys('Escape', 'Control+e', 'Control+u');
        await expect.poll(() => line(term.rows)).toBe('you@client:~$');
        await page.keyboard.insertText('echo 👩‍👩‍👧');
        await expect.poll(() => line(term.rows)).toContain('👩‍👩‍👧');
        await term.keys('Backspace');
        await expect.poll(() => line(term.rows)).toBe('you@client:~$ echo');
        await term.keys('Control+u');
        await page.keyboard.type('date');
        await term.keys('Control+l');
        await expect.poll(term.rows).toEqual(['you@client:~$ date']);
        await term.keys('Control+u');
      },
    );
    await step('a line longer than the terminal is edited in the middle', async () => {
      await page.keyboard.type(`echo ${'abcdefghij'.repeat(12)}`);
      await term.keys('Home', 'Control+ArrowRight', 'ArrowRight');
      await page.keyboard.type('X');
      await expect.poll(async () => (await term.rows()).join('')).toContain('echo Xabcdefghij');
      await term.keys('Control+c');
    });
    await step(
      'lines pasted are sent in order; more than twenty ask first: Esc drops them, Enter sends them',
      async () => {
        await page.evaluate(() => navigator.clipboard.writeText('echo one\r\necho two\necho thr'));
        await term.keys('Control+v');
        await term.sees(/^one$/m);
        await term.sees(/^two$/m);
        await expect.poll(() => line(term.rows)).toBe('you@client:~$ echo thr');
        await term.keys('Control+u');
        const lines = Array.from({ length: 21 }, (_, i) => `echo ${i}\n`).join('');
        await page.evaluate((text) => navigator.clipboard.writeText(text), lines);
        await term.keys('Control+v');
        await expect(page.getByRole('alert')).toContainText('Send 21 lines?');
        await term.keys('Escape');
        await expect(page.getByRole('alert')).toHaveCount(0);
        await term.keys('Control+v', 'Enter');
        await term.sees(/^20$/m);
      },
    );
    await step('Ctrl-C copies what is selected and interrupts when nothing is', async () => {
      await term.keys('Control+l');
      await term.say('echo something');
      await term.sees(/^something$/m);
      const row = await page.locator('.xterm-rows > div', { hasText: /^something/ }).boundingBox();
      await page.mouse.dblclick((row?.x ?? 0) + 20, (row?.y ?? 0) + 8);
      await term.keys('Control+c');
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('something');
      await page.locator('.xterm-screen').click({ position: { x: 300, y: 400 } });
      await page.keyboard.type('half a line');
      await term.keys('Control+c');
      await expect.poll(() => line(term.rows)).toBe('you@client:~$');
    });
  });
});

test('what was said: in other colours, after a reload, and as a transcript', async ({ term, page }) => {
  await term.stands('The shell is waiting for you');
  await term.say('telnet pop.example.com 110');
  await term.sees('+OK pop.example.com');
  await step('another theme repaints nothing: the same rows in other colours', async () => {
    const hello = page.locator('.xterm-rows span', { hasText: '‹ +OK' });
    await page.getByRole('button', { name: 'Light' }).click();
    await expect(hello).toHaveCSS('color', 'rgb(11, 98, 176)');
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect(hello).toHaveCSS('color', 'rgb(93, 183, 255)');
  });
  await step('a reload brings the scrollback back', async () => {
    await expect
      .poll(() => page.evaluate(async () => (await indexedDB.databases()).length))
      .toBeGreaterThan(0);
    await page.reload();
    await term.sees('+OK pop.example.com');
    await term.stands('The server is waiting for you');
  });
  await step('the transcript says who said what, and is read out as it grows', async () => {
    const log = page.getByRole('log');
    await expect(log).toHaveAttribute('aria-live', 'polite');
    await term.say('STAT');
    await expect(log).toContainText('You: STAT');
    await expect(log).toContainText('Server refuses: -ERR');
    await page.getByRole('button', { name: 'Transcript' }).click();
    await expect(log).toBeVisible();
    await expect(page.locator('.xterm')).toBeHidden();

    // and there is a line to type in
    const field = page.getByRole('textbox', { name: 'A line for you@client' });
    await expect(field).toBeFocused();
    await expect(field).toHaveCSS('outline-style', 'solid');
    await term.say('CAPA');
    await expect(log).toContainText('You: CAPA');
    await page.keyboard.type('CAP');
    await term.keys('Tab');
    await expect(field).toHaveValue(/^CAPA/);
    await term.keys('Control+]');
    await page.getByRole('button', { name: 'Transcript' }).click();
    await term.sees('telnet>');
  });
});

test.describe('while words fly', () => {
  test.use({ motion: true });
  test('no new prompt stands before the answer has landed', async ({ term, page }) => {
    await page.clock.install();
    await page.reload();
    const passes = (ms: number): Promise<void> => page.clock.runFor(ms);
    await page.locator('[data-ready]').waitFor();
    await passes(4000);
    await term.say('telnet pop.example.com 110');
    await passes(6000);
    await term.say('QUIT');
    await passes(300);
    await term.sees('› QUIT');
    const flying = await term.rows();
    expect(flying.join('\n')).not.toContain('+OK Bye');
    expect(flying.filter((row) => row.includes('~$'))).toHaveLength(1);
    await passes(8000);
    await term.sees('+OK Bye');
    await expect.poll(() => line(term.rows)).toBe('you@client:~$');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a native field and a strip of keys feed the same line', async ({ term, page }) => {
    await term.stands('The shell is waiting for you');
    const field = page.getByRole('textbox', { name: 'A line for you@client' });
    await step('a letter from a real keyboard is meant for the line, wherever one is', async () => {
      const theme = (): Promise<string | null> => page.locator('html').getAttribute('data-theme');
      const before = await theme();
      await page.keyboard.type('telnet ? ');
      await expect(field).toHaveValue('telnet ? ');
      expect(await theme()).toBe(before);
      await field.fill('');
    });
    await expect(field).toHaveAttribute('placeholder', 'telnet mx1.example.com 25');
    await page.getByRole('button', { name: 'Send' }).tap();
    await term.sees('220 mx1.example.com');
    await field.fill('qui');
    await page.keyboard.type('t');
    await page.keyboard.press('Enter');
    await term.sees('closed by foreign host');
    for (const words of ['openssl s_client -quiet -crlf -connect pop.example.com:995', 'user bob']) {
      await field.fill(words);
      await page.keyboard.press('Enter');
    }
    await term.sees('Now the password');
    await field.fill('PASS river');
    await expect(field).toHaveCSS('-webkit-text-security', 'disc');
    await field.fill('a');
    const keys = page.getByRole('group', { name: 'Keys' });
    for (const sign of ['<', '>', '.', '"', '*', '{', '}'])
      await keys.getByRole('button', { name: sign, exact: true }).tap();
    await expect(field).toHaveValue('a<>."*{}');
    await keys.getByRole('button', { name: 'Ctrl' }).tap();
    await keys.getByRole('button', { name: 'U', exact: true }).tap();
    await expect(field).toHaveValue('');
    await field.fill('RETR 1');
    await page.keyboard.press('Enter');
    const card = page.getByRole('region', { name: 'Why not' });
    // on a tablet that stands upright nothing of the reason, and of the tab, is cut off
    await page.setViewportSize({ width: 820, height: 1180 });
    for (const part of [card.getByText('Refused:'), page.getByRole('group', { name: 'Consoles' })])
      await expect
        .poll(() => part.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))
        .toBe(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await card.getByRole('button', { name: 'All of it' }).tap();
    await expect(card).toHaveCSS('max-height', '320px');
    await card.getByRole('button', { name: 'Take USER' }).tap();
    await expect(field).toHaveValue('USER ');
    await expect(field).toBeFocused();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
