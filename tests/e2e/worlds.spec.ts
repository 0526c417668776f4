// Every world one may begin in, chosen in the header: it is what it says, to whoever types.
import { expect, test, type Page } from '@playwright/test';
import { WORLD_NAMES } from '../../src/course/world-names.ts';
import { openLab, panel, POP, sayAll, TOUR } from './drive.ts';

const log = (page: Page) => page.getByRole('log').last();
const IMAP = 'openssl s_client -quiet -crlf -connect imap.example.com:993';
interface Seen {
  /** What it is called in the list. */
  readonly called: RegExp;
  readonly says: readonly string[];
  readonly answer: RegExp;
}
const WORLDS: Readonly<Record<(typeof WORLD_NAMES)[number], Seen>> = {
  standard: { called: /^Standard/, says: POP.slice(0, 4), answer: /STAT.*\+OK 6 /s },
  empty: { called: /^Empty/, says: POP.slice(0, 4), answer: /STAT.*\+OK 0 0/s },
  full: { called: /^Mailbox full/, says: TOUR.slice(0, 4), answer: /RCPT TO.*[45][25]2 [45]\.2\.2/s },
  greylisting: { called: /^Greylisting/, says: TOUR.slice(0, 4), answer: /RCPT TO.*45[01] 4\.7\.1/s },
  old: { called: /^Old server/, says: TOUR.slice(0, 2), answer: /EHLO.*50[02] /s },
  'no-tls': {
    called: /^No TLS/,
    says: ['telnet pop.example.com 110', 'STLS', 'USER bob', 'PASS correct-horse'],
    answer: /STLS.*-ERR.*PASS.*\+OK/s,
  },
  'many-messages': {
    called: /^A hundred thousand/,
    says: [IMAP, 'a LOGIN alice "paper lantern"', 'b SELECT INBOX'],
    answer: /\* 100000 EXISTS/,
  },
  'two-devices': { called: /^Two devices/, says: POP.slice(0, 4), answer: /STAT.*\+OK/s },
  'hostile-cafe': {
    called: /^Hostile café/,
    says: ['telnet submit.example.com 587', 'EHLO laptop.example.net'],
    // its offer of TLS has not come through
    answer: /EHLO laptop(?:(?!STARTTLS).)*250 [A-Z]/s,
  },
};

/** Into it and back, from the standard one. */
async function visit(page: Page, name: (typeof WORLD_NAMES)[number]): Promise<void> {
  await page.getByRole('button', { name: 'World Standard' }).click();
  await page.getByRole('button', { name: WORLDS[name].called }).click();
  const pill = page.getByRole('button', {
    name: new RegExp(`^World ${WORLDS[name].called.source.slice(1)}`),
  });
  await expect(pill).toBeVisible();
  if (name === 'hostile-cafe') {
    await page
      .getByRole('button', { name: /bob-laptop/ })
      .first()
      .click();
    await expect(
      page.locator('[data-console^="bob@bob-laptop"], [data-console*="bob-laptop"]').first(),
    ).toBeVisible();
  }
  await sayAll(page, WORLDS[name].says);
  await expect(log(page)).toContainText(WORLDS[name].answer);
  if (name === 'two-devices') {
    // nowhere else has bob a phone
    await page.getByRole('tab', { name: 'Devices' }).click();
    await expect(panel(page, 'devices').locator('[data-device^="bob-phone"]')).toBeVisible();
    await page.getByRole('tab', { name: 'Sequence' }).click();
  }
  await pill.click();
  await page.getByRole('button', { name: WORLDS.standard.called }).click();
  await expect(page.getByRole('button', { name: 'World Standard' })).toBeVisible();
  // it begins anew
  await expect(log(page)).not.toContainText('STAT');
  await sayAll(page, WORLDS.standard.says);
  await expect(log(page)).toContainText(WORLDS.standard.answer);
  await expect(panel(page, 'network')).toBeVisible();
}
test('each of them, and back', async ({ page }) => {
  await openLab(page);
  for (const name of WORLD_NAMES.filter((it) => it !== 'standard'))
    await test.step(name, () => visit(page, name));
  await expect(page.getByText(/^Mailwire, engine \d+$/)).toBeVisible();
});
