// A letter's HTML as a mail program shows it: nothing in it runs, nothing is asked for, and what was kept away is said.
import { expect, test, type Frame, type Page } from '@playwright/test';
import { openLab, openLetter, panel, say, sayAll, TOUR, watch, type Watched } from './drive.ts';
import { clean } from './examine.ts';

const HOSTILE = [
  '<html><head><base href="https://mallory.test/"><meta http-equiv="refresh" content="0;url=https://mallory.test/away">',
  '<style>@import url(https://mallory.test/a.css); body { background: url(https://mallory.test/body.png) }</style>',
  '<script>top.ran = 1; window.ran = 1</script></head><body onload="top.ran = 2">',
  '<p id="greeting">Dear Bob, <b style="color: rgb(200, 0, 0); background: url(https://mallory.test/b.png)">act now</b>.</p>',
  '<img src="https://mallory.test/pixel.gif" alt="our logo" onerror="top.ran = 3"><img src=x onerror="top.ran = 4">',
  '<svg onload="top.ran = 5"><image href="https://mallory.test/s.png"/><script>top.ran = 6</script></svg>',
  '<math><mtext><style><img src=x onerror="top.ran = 7"></style></mtext></math>',
  '<a href="javascript:top.ran=8">your account</a> <a href="https://mallory.test/login" target="_top">https://example.com/</a>',
  '<form action="https://mallory.test/steal"><input name="password" autofocus onfocus="top.ran = 9"><button>Log in</button></form>',
  '<iframe src="https://mallory.test/f"></iframe><object data="https://mallory.test/o"></object><embed src="https://mallory.test/e">',
  '<link rel="stylesheet" href="https://mallory.test/l.css"><video src="https://mallory.test/v" poster="https://mallory.test/p"></video>',
  '<table background="https://mallory.test/t.png"><tr><td>in a table</td></tr></table>',
  '<div style="position: fixed; inset: 0; z-index: 99; background: white">covers everything</div>',
  '<noscript><p title="</noscript><img src=x onerror=top.ran=10>"></noscript><textarea autofocus onfocus="top.ran = 11"></textarea>',
  '</body></html>',
] as const;

async function paperOf(page: Page): Promise<Frame> {
  await panel(page, 'message').getByRole('button', { name: 'As shown' }).click();
  const element = await page.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no frame.');
  await expect(frame.locator('body')).not.toBeEmpty();
  return frame;
}
async function sendHtml(page: Page, subject: string, lines: readonly string[]): Promise<void> {
  await sayAll(page, [...TOUR, `Subject: ${subject}`, 'MIME-Version: 1.0', 'Content-Type: text/html', '']);
  await sayAll(page, [...lines, '.']);
  await expect(panel(page, 'network').getByText('7 letters')).toBeVisible();
  await openLetter(page, subject);
}
/** After another answer of the server has come, whatever the letter had begun would have been seen. */
async function nothingHappened(page: Page, { errors, strangers }: Watched): Promise<void> {
  await say(page, 'NOOP');
  await expect(page.getByRole('log').first()).toContainText(/NOOP.*250/s);
  expect(await page.evaluate(() => Reflect.get(window, 'ran') as unknown)).toBeUndefined();
  expect(page.frames()).toHaveLength(2);
  expect(page.context().pages()).toHaveLength(1);
  expect(strangers).toEqual([]);
  // where the sanitiser reads it, and in the frame, the policy is in force: a browser may say so
  expect(errors.filter((error) => !/violates the following Content Security Policy/.test(error))).toEqual([]);
}

test('a hostile letter is shown: nothing ran, nothing was asked for, and what was left out is named', async ({
  page,
  baseURL,
}) => {
  const watched = watch(page, new URL(baseURL ?? '').origin);
  await openLab(page);
  await sendHtml(page, 'Hostile', HOSTILE);
  const frame = await paperOf(page);
  const body = frame.locator('body');
  await expect(body).toContainText('Dear Bob, act now.');
  await expect(body).toContainText('our logo (picture not fetched: https://mallory.test/pixel.gif)');
  await expect(body).toContainText('https://example.com/https://mallory.test/login');
  await expect(body).toContainText('in a table');
  // what covered everything stands in its place now
  await expect(frame.getByText('covers everything')).toHaveCSS('position', 'static');
  await expect(frame.getByText('act now')).toHaveCSS('color', 'rgb(200, 0, 0)');
  await expect(frame.getByText('act now')).toHaveCSS('background-image', 'none');
  for (const kind of 'script style[onload] form input button svg math object embed link base video [onerror] [onload] [href]'.split(
    ' ',
  ))
    await expect(body.locator(kind)).toHaveCount(0);
  const said = panel(page, 'message').getByRole('status');
  await expect(said).toContainText('2 pictures lie elsewhere and were not fetched');
  for (const name of [
    'script',
    'onload',
    'onerror',
    'base',
    'meta',
    'svg',
    'form',
    'iframe',
    'object',
    'background',
  ])
    await expect(panel(page, 'message').locator('[data-left-out]')).toContainText(name);
  await nothingHappened(page, watched);
  expect(frame.url()).toBe('about:srcdoc');
  await clean(page, 'as shown', '[data-panel="message"]');
});

test('even unsanitised HTML could do nothing: the frame has a sandbox and a policy of its own', async ({
  page,
}) => {
  const asked: string[] = [];
  const refused: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('mallory')) asked.push(request.url());
  });
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText === 'csp') refused.push(request.url());
  });
  await openLab(page);
  await sendHtml(page, 'Tame', ['<p>Tame.</p>']);
  const frame = await paperOf(page);
  await expect(page.locator('iframe')).toHaveAttribute('sandbox', '');
  // put there by hand, past the sanitiser
  await frame.locator('body').evaluate((body) => {
    const image = body.ownerDocument.createElement('img');
    image.src = 'https://mallory.test/image';
    const style = body.ownerDocument.createElement('style');
    style.textContent = 'body { background: url(https://mallory.test/style) }';
    body.append(image, style);
  });
  await expect
    .poll(() => refused.toSorted())
    .toEqual(['https://mallory.test/image', 'https://mallory.test/style']);
  await frame.locator('body').evaluate((body) => {
    const link = body.ownerDocument.createElement('a');
    link.href = 'https://mallory.test/link';
    body.append(link);
    link.click();
  });
  // the link led to a page of the browser's own, which says that it may not
  await expect.poll(() => frame.url()).toBe('chrome-error://chromewebdata/');
  expect(asked.toSorted()).toEqual(refused.toSorted());
});

test('the museum’s letters: a picture that came along is shown, plain text is decoded', async ({ page }) => {
  await openLab(page);
  await openLetter(page, 'Museum');
  for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowDown');
  const invoice = page.getByRole('row', { name: /^Invoice, with our lamp/, selected: true });
  await expect(invoice).toBeVisible();
  await page.keyboard.press('Enter');
  const frame = await paperOf(page);
  const lamp = frame.locator('img');
  await expect(lamp).toHaveAttribute('src', /^data:image\/png;base64,/);
  expect(await lamp.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(8);
  await page.getByRole('treegrid').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const paper = page.frameLocator('iframe');
  await expect(paper.locator('b')).toHaveText('until ten');
  await expect(paper.locator('p').first()).toHaveCSS('color', 'rgb(0, 128, 128)');
});
