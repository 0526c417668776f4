// The page while a hundred thousand letters are worked with: the longest task of its main thread, for each command, in processor time.
// A key that is pressed meanwhile waits no longer than that.
import { expect, type Browser, type CDPSession, type Page } from '@playwright/test';
import type { Figure } from './measure.ts';

const TLS = 'openssl s_client -quiet -crlf -connect imap.example.com:993';
const LOGIN = 'LOGIN alice "paper lantern"';
const COMMANDS = [
  'SELECT INBOX',
  'FETCH 1:* (UID FLAGS)',
  'FETCH 1:* ENVELOPE',
  'SORT (SUBJECT REVERSE DATE) UTF-8 ALL',
  'THREAD REFERENCES UTF-8 ALL',
  'SEARCH BODY lantern',
  'COPY 1:* Museum',
  'STATUS Museum (MESSAGES SIZE)',
  'STORE 1:* +FLAGS (\\Flagged)',
  'UID STORE 1:1000 +FLAGS.SILENT (\\Deleted)',
  'EXPUNGE',
] as const;
/** Milliseconds a task may take (RAIL: a key is answered within 100). */
const MOST = 100;

/** An event of a trace of the browser's; times are in microseconds. */
interface Traced {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Of the thread's own time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}
async function longestTask(session: CDPSession, work: () => Promise<void>): Promise<number> {
  const all: Traced[] = [];
  // of what Chromium writes there the protocol says nothing
  const more = ({ value }: { value: readonly object[] }): unknown =>
    all.push(...(value as readonly Traced[]));
  session.on('Tracing.dataCollected', more);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
  });
  await work();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', more);
  const main = all.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const tasks = all.filter(
    (it) =>
      it.ph === 'X' &&
      it.name.endsWith('RunTask') &&
      main.some(({ pid, tid }) => pid === it.pid && tid === it.tid),
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
/** Written at once, answered, and drawn. */
async function say(page: Page, line: string, answer: string): Promise<void> {
  const pane = page.locator('[data-pane="console"]');
  await pane.getByRole('textbox').first().focus();
  await page.keyboard.insertText(line);
  await page.keyboard.press('Enter');
  await expect(pane.getByRole('log').first()).toContainText(answer, { timeout: 60_000 });
  await expect(pane.locator('[data-fetching]').first()).toHaveAttribute('data-fetching', 'no');
  await page.waitForTimeout(1500);
}
export async function long(browser: Browser, address: string): Promise<readonly Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await browser.newBrowserCDPSession();
  const figures: Figure[] = [];
  try {
    await page.goto(address);
    await page.locator('[data-ready]').waitFor();
    await page.getByRole('button', { name: /^World/ }).click();
    await page.getByRole('button', { name: /^A hundred thousand letters/ }).click();
    await page.getByRole('button', { name: 'World A hundred thousand letters' }).waitFor();
    await say(page, TLS, '* OK');
    await say(page, `a ${LOGIN}`, 'a OK');
    for (const [i, command] of COMMANDS.entries()) {
      const value = await longestTask(session, () => say(page, `a${i} ${command}`, `a${i} OK`));
      figures.push({
        name: `longest task: ${command.slice(0, 40)}`,
        value,
        unit: 'ms',
        target: ['<=', MOST],
      });
    }
    return figures;
  } finally {
    await page.close();
  }
}
