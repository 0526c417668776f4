// What leaves the page and comes back: a link, its QR code, a journal, and what one takes along. Nothing of the visitor's is lost.
import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import PostalMime from 'postal-mime';
import { decodeQR } from 'qr/decode.js';
import { chunkOf } from './chunks.ts';
import {
  dropFile,
  keptSession,
  LETTER,
  onPaper,
  openLab,
  panel,
  POP,
  say,
  sayAll,
  tour,
  TOUR,
  watch,
} from './drive.ts';
import { clean } from './examine.ts';

const share = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const linkOf = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  return share(page).getByRole('textbox', { name: 'A link to this session' }).inputValue();
};
const ENOUGH = 10_000;
/** What a camera reads in the picture: the pixels that are on the screen. */
async function readBy(page: Page, picture: Locator): Promise<string> {
  const png = await picture.screenshot();
  const image = await page.evaluate(async (octets) => {
    const drawn = await createImageBitmap(new Blob([new Uint8Array(octets)], { type: 'image/png' }));
    const { width, height } = drawn;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas?.drawImage(drawn, 0, 0);
    return { width, height, data: Array.from(canvas?.getImageData(0, 0, width, height).data ?? []) };
  }, Array.from(png));
  return decodeQR({ ...image, data: Uint8ClampedArray.from(image.data) }, { timeLimit: ENOUGH });
}
/** Bob's letters again, by IMAP. */
const IMAP = [
  'openssl s_client -quiet -crlf -connect imap.example.com:993',
  'a1 LOGIN bob correct-horse',
  'a2 SELECT INBOX',
  'a3 FETCH 1:* (FLAGS)',
  'a4 FETCH 6 BODY[TEXT]',
  String.raw`a5 STORE 6 +FLAGS (\Flagged)`,
  'a6 CREATE Plans',
  'a7 COPY 6 Plans',
  'a8 NOOP',
  'a9 LOGOUT',
] as const;
const shared = (page: Page) => page.getByRole('heading', { name: 'A shared session' });

test('a link opens elsewhere at its moment, and what was there is put away', async ({
  page,
  browser,
  baseURL,
}) => {
  const { errors, strangers } = watch(page, new URL(baseURL ?? '').origin);
  await openLab(page, '/?lang=en');
  await sayAll(page, TOUR);
  await expect(panel(page, 'sequence').getByText('354').first()).toBeVisible();
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'One event back' }).click();
  const moment = await page.getByText(/^event \d+ of \d+/).innerText();
  const link = await linkOf(page);
  expect(link.length).toBeLessThan(400);
  // whoever opens it has a language of their own
  expect(link).not.toContain('lang=');
  await expect(share(page).getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await clean(page, 'share');

  const other = await (await browser.newContext()).newPage();
  await openLab(other);
  await say(other, 'hosts');
  // what draws the states is late: nobody says meanwhile that there was no one to draw
  let come = (): void => undefined;
  const late = new Promise<void>((resolve) => (come = resolve));
  await other.route(chunkOf('stage'), async (route) => {
    await late;
    await route.continue();
  });
  await other.goto('about:blank');
  await other.goto(link);
  await expect(shared(other)).toBeVisible();
  await expect(other.getByRole('tabpanel', { name: 'State machine' })).toHaveText('Loading');
  come();
  await expect(panel(other, 'machine').getByRole('list', { name: /SMTP states; now/ })).toHaveCount(1);
  await expect(other.getByText('Everything came out as its sender saw it.')).toBeVisible();
  await expect(other.getByText(moment)).toBeVisible();
  await clean(other, 'a shared session');
  // a reload goes on where one is, and does not open it a second time
  await expect(other).toHaveURL(/#\/shared$/);
  await say(other, 'RSET');
  await expect(panel(other, 'sequence').getByText('RSET')).toBeVisible();
  // what was typed is kept a moment after it was answered
  await expect.poll(() => keptSession(other)).toContain('RSET');
  await other.reload();
  await expect(shared(other)).toBeVisible();
  await expect(panel(other, 'sequence').getByText('RSET')).toBeVisible();
  await other.getByRole('link', { name: 'Back to your own lab' }).click();
  await expect(other.getByText('203.0.113.111').first()).toBeVisible();
  await other.context().close();
  expect({ errors, strangers }).toEqual({ errors: [], strangers: [] });
});

test('a link that is none says so, and changes nothing', async ({ page }) => {
  await openLab(page);
  await say(page, 'hosts');
  await expect(page.getByText('203.0.113.111').first()).toBeVisible();
  for (const code of ['1.AAAA', '99.AAAAAAAA', 'nonsense', '%00']) {
    await page.evaluate((to) => {
      location.hash = `#/shared/${to}`;
    }, code);
    await expect(page.getByRole('heading', { name: 'This was not opened' })).toBeVisible();
    await page.getByRole('link', { name: 'To the lab' }).click();
  }
  await expect(page.getByText('203.0.113.111').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring back what you had' })).toBeHidden();
});

test('a journal is saved and opened again; a file that is none is refused', async ({ page }) => {
  await openLab(page);
  await tour(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const saving = page.waitForEvent('download');
  await share(page).getByRole('button', { name: 'Save as a file' }).click();
  const journal = await readFile(await (await saving).path());
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await share(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'mailwire-journal.json', mimeType: 'application/json', buffer: journal });
  await expect(shared(page)).toBeVisible();
  await expect(panel(page, 'network').getByText('7 letters')).toBeVisible();
  await expect(await onPaper(page)).toContainText('C: MAIL FROM:<you@client.example.net>');
  await page.emulateMedia({ media: 'screen' });
  await dropFile(page, 'x.json', '{"kind":"else"}');
  await expect(page.getByRole('heading', { name: 'This was not opened' })).toBeVisible();
  await expect(panel(page, 'network').getByText('7 letters')).toBeVisible();
});

test('what one takes along: transcript, sequence, letter', async ({ page }) => {
  await openLab(page);
  await tour(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const taken = async (name: string): Promise<string> => {
    const saving = page.waitForEvent('download');
    await share(page).getByRole('button', { name, exact: true }).click();
    return readFile(await (await saving).path(), 'utf8');
  };
  expect(await taken('Transcript, text')).toMatch(/C: RCPT TO:<bob@example\.com>\n.*S: 250/);
  expect(await taken('Transcript, Markdown')).toMatch(
    /```text\nS: 220 [\s\S]*\nC: \.\nS: 250 2\.0\.0 [^\n]*\n```\n/,
  );
  expect(await taken('Sequence, Mermaid')).toMatch(/^sequenceDiagram\n {2}participant h0 as client/);
  expect(await taken('Sequence, text')).toContain('client to mx1: EHLO client.example.net');
  const svg = await taken('Sequence, SVG');
  // a page without our policy, which takes no markup made from strings
  const blank = await page.context().newPage();
  const drawn = await blank.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    return [parsed.querySelectorAll('parsererror').length, parsed.querySelectorAll('g > title').length > 10];
  }, svg);
  expect(drawn).toEqual([0, true]);
  // the octets of a capture file; what is in it is read elsewhere (tests/unit/trace/capture.test.ts)
  const packets = await taken('Packets, pcapng');
  expect(packets.slice(0, 4)).toBe('\n\r\r\n');
  expect(packets).toContain('RCPT TO:<bob@example.com>\r\n');
  const eml = await PostalMime.parse(await taken('Letter, .eml'));
  expect([eml.subject, eml.to?.[0]?.address, eml.text?.trim()]).toEqual([
    'Typed by hand',
    'bob@example.com',
    LETTER.slice(4, 6).join('\n'),
  ]);
  expect(await taken('Letter, .eml')).toMatch(/^Return-Path: [\s\S]*\r\nSubject: Typed by hand\r\n/);
  await page.keyboard.press('Escape');
  await test.step('thirty lines are a link of at most 400 characters, and what its QR code says', async () => {
    await sayAll(page, ['QUIT', ...POP, 'QUIT', ...IMAP]);
    await expect(page.getByRole('log').first()).toContainText('a9 OK');
    expect([...TOUR, ...LETTER, 'QUIT', ...POP, 'QUIT', ...IMAP]).toHaveLength(30);
    const link = await linkOf(page);
    expect(link.length).toBeLessThanOrEqual(400);
    expect(await readBy(page, share(page).getByRole('img', { name: 'QR code of the link' }))).toBe(link);
  });
});
