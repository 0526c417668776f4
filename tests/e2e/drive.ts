// A person at the lab: opens it, types, waits for what they see. Nothing moves by itself (reduced motion) unless a test says so.
import { expect, type ConsoleMessage, type Locator, type Page } from '@playwright/test';

/** The first thirty seconds: a letter for bob, by hand. */
export const TOUR = [
  'telnet mx1.example.com 25',
  'EHLO client.example.net',
  'MAIL FROM:<you@client.example.net>',
  'RCPT TO:<bob@example.com>',
  'DATA',
] as const;
export const LETTER = [
  'From: You <you@client.example.net>',
  'To: Bob <bob@example.com>',
  'Subject: Typed by hand',
  '',
  'Hello Bob,',
  'no program wrote this letter. I typed it.',
  '.',
] as const;
/** Bob's post over TLS: a letter is read, and marked. */
export const POP = [
  'openssl s_client -quiet -crlf -connect pop.example.com:995',
  'USER bob',
  'PASS correct-horse',
  'STAT',
  'RETR 1',
  'DELE 1',
] as const;

export interface Watched {
  readonly errors: string[];
  readonly strangers: string[];
}
/** An error or a warning; that service workers are blocked here is meant. */
export const isTrouble = (message: ConsoleMessage): boolean =>
  ['error', 'warning'].includes(message.type()) && !message.text().includes('blocked by Playwright');
/** Whatever goes wrong in the page, or leaves it, is kept. */
export function watch(page: Page, origin: string): Watched {
  const watched: Watched = { errors: [], strangers: [] };
  page.on('console', (message) => {
    if (isTrouble(message)) watched.errors.push(message.text());
  });
  page.on('pageerror', (error) => watched.errors.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url());
    if (protocol.startsWith('http') && to !== origin) watched.strangers.push(request.url());
  });
  return watched;
}
export async function openLab(page: Page, path = '/', { still = true } = {}): Promise<void> {
  if (!still) await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto(path);
  await page.locator('[role="slider"][aria-label]').first().waitFor();
}
export const consolePane = (page: Page): Locator => page.locator('[data-pane="console"]');
export const panel = (page: Page, name: string): Locator => page.locator(`[data-panel="${name}"]`);
/** What was said and heard at the first console that is on the screen. Found by its attribute: to find a role, all elements of the page are asked. */
export const log = (page: Page): Locator => page.locator('[role="log"]:visible').first();
/** Where we are: `event 12 of 30`. */
export const moment = (page: Page): Locator => page.locator('[data-widest]');

/** The line comes in at once, as from an input method: keys one by one are what the console's own tests press. */
export async function write(page: Page, line: string): Promise<void> {
  await consolePane(page).getByRole('textbox').first().focus();
  await page.keyboard.insertText(line);
  await page.keyboard.press('Enter');
}
/** And what it needs of the simulation has come: what is clicked next finds all that it did. */
export async function say(page: Page, line: string): Promise<void> {
  await write(page, line);
  await expect(consolePane(page).locator('[data-fetching]').first()).toHaveAttribute(
    'data-fetching',
    /no|failed/,
  );
}
export async function sayAll(page: Page, lines: readonly string[]): Promise<void> {
  for (const line of lines) await say(page, line);
}
/** A line, and what has to come of it; '': a line of a letter, which is not answered. */
export type Turn = readonly [line: string, answer: string | RegExp];
const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
/** One line after the other, each when the answer to the one before has been seen below it. */
export async function talk(page: Page, ...turns: readonly Turn[]): Promise<void> {
  const lines = log(page).locator(':scope > *');
  // a log keeps its last lines only: what is new is not what is beyond a number, but what follows a line
  const later = (): Promise<string> =>
    lines.evaluateAll((all) =>
      all
        .slice(all.findLastIndex((it) => it.hasAttribute('data-before')) + 1)
        .map((it) => it.textContent)
        .join('\n'),
    );
  for (const [line, answer] of turns) {
    await lines.evaluateAll((all) => {
      for (const [i, it] of all.entries()) it.toggleAttribute('data-before', i === all.length - 1);
    });
    await say(page, line);
    // a password is not in the log
    const shown = escaped(line.replace(/^(PASS|AUTH PLAIN|\w+ LOGIN \w+) .*/, '$1 '));
    const wanted = typeof answer === 'string' ? escaped(answer) : `(?:${answer.source})`;
    await expect.poll(later, { intervals: [50, 100, 200] }).toMatch(new RegExp(`${shown}[^]*${wanted}`, 's'));
  }
}
/** Alice at the submission server of the bookshop, and the envelope of a letter of hers. */
export const SUBMIT = [
  'openssl s_client -quiet -crlf -connect submit.example.com:465',
  'EHLO client.example.net',
  'AUTH PLAIN AGFsaWNlAHBhcGVyIGxhbnRlcm4=',
  'MAIL FROM:<alice@example.com>',
] as const;
/** The same, each line with its answer. */
export const SUBMITTED = [
  [SUBMIT[0], '220 '],
  [SUBMIT[1], '250 REQUIRETLS'],
  [SUBMIT[2], '235 '],
  [SUBMIT[3], '250 2.1.0'],
] as const;
/** She hands a letter in. */
export const handIn = async (page: Page, to: string): Promise<void> =>
  talk(
    page,
    ...SUBMITTED,
    [`RCPT TO:<${to}>`, '250 2.1.5'],
    ['DATA', '354 '],
    ['Subject: Codes', ''],
    ['', ''],
    ['What do they mean?', ''],
    ['.', '250 2.0.0'],
    ['QUIT', '221 '],
  );
/** A letter is opened by keys, by how its subject begins. */
export async function openLetter(page: Page, subject: string): Promise<void> {
  await page.getByRole('tab', { name: 'Mailboxes' }).click();
  const tree = panel(page, 'mailboxes').getByRole('treegrid');
  const found = tree.locator('[aria-selected="true"]', { hasText: subject });
  // on a slow machine there may be a pause between two keys that begins another name
  await expect(async () => {
    await tree.focus();
    await page.keyboard.type(subject);
    await expect(found).toBeVisible({ timeout: 1000 });
  }).toPass();
  await tree.press('Enter');
}
/** A file is dragged over the page, seen to be welcome, and let go. */
/** The session, printed. */
export async function onPaper(page: Page): Promise<Locator> {
  const sheets = page.locator('[data-printed]');
  // their chunk comes when there is nothing else to do
  await expect(async () => {
    await page.emulateMedia({ media: 'screen' });
    await page.emulateMedia({ media: 'print' });
    await expect(sheets).toBeVisible({ timeout: 1000 });
  }).toPass();
  return sheets;
}
/** `fast`: let go before the page has shown where. */
export async function dropFile(page: Page, name: string, text: string, fast = false): Promise<void> {
  const files = await page.evaluateHandle(
    ([called, content]) => {
      const dragged = new DataTransfer();
      dragged.items.add(new File([content], called));
      return dragged;
    },
    [name, text] as const,
  );
  const place = log(page);
  if (fast) {
    await place.evaluate((it, dataTransfer) => {
      for (const type of ['dragenter', 'drop'])
        it.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }, files);
    return;
  }
  await place.dispatchEvent('dragenter', { dataTransfer: files });
  await expect(page.locator('[data-landing]')).toBeVisible();
  await place.dispatchEvent('drop', { dataTransfer: files });
  await expect(page.locator('[data-landing]')).toHaveCount(0);
}
/** The whole tour: a letter from you lies in bob's mailbox. */
export async function tour(page: Page): Promise<void> {
  await sayAll(page, [...TOUR, ...LETTER]);
  await expect(panel(page, 'network').getByText('7 letters')).toBeVisible();
}
/** Bob's letter is on the screen, and marked. */
export async function collect(page: Page): Promise<void> {
  await sayAll(page, POP);
  await expect(panel(page, 'network').getByText('1 marked')).toBeVisible();
}
/** The latest letter, handed in for dave, is followed in the queue panel into his mailbox: its life. */
export async function followToDave(page: Page): Promise<Locator> {
  const queue = panel(page, 'queue');
  await queue
    .getByRole('button', { name: /^Follow letter/ })
    .first()
    .click();
  const life = queue.getByRole('region', { name: 'One letter’s life' });
  for (const words of [
    'submit takes charge of it',
    'submit asks the DNS',
    'sets out for mx.example.org',
    'lays it into dave',
  ])
    await expect(life).toContainText(words);
  return life;
}
/** All that the page has kept of sessions, as text. */
export const keptSession = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((done) => {
        const opening = indexedDB.open('keyval-store');
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('keyval').objectStore('keyval').getAll();
          all.addEventListener('success', () => {
            opening.result.close();
            done(JSON.stringify(all.result));
          });
        });
      }),
  );
