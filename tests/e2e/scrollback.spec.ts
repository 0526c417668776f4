// After a look at the past all that was said is there again to scroll through, where it was.
import { test, expect } from './console-page.ts';

test('going back and returning leaves the whole scrollback', async ({ term, page }) => {
  await term.say('openssl s_client -quiet -crlf -connect pop.example.com:995');
  await term.sees('+OK pop.example.com');
  for (let i = 0; i < 40; i++) await term.say(`NOOP ${i}`);
  await term.sees(/NOOP 39\n × .*\n.*\n ›$/);
  const before = await term.rows();
  const slider = page.getByRole('slider', { name: 'Moment' });
  await slider.focus();
  // wherever one comes from, a moment has what led up to it
  await term.keys('End');
  const box = await slider.boundingBox();
  await slider.click({ position: { x: (box?.width ?? 0) * 0.6, y: 20 } });
  await expect.poll(() => term.rows()).not.toEqual(before);
  expect((await term.rows()).length).toBeGreaterThan(before.length / 2);
  await term.keys('Home', 'ArrowRight', 'End');
  await term.sees(/NOOP 39\n × .*\n.*\n ›$/);
  await page.locator('.xterm-screen').first().click();
  const upTo = async (): Promise<string> => {
    await term.keys('Shift+PageUp');
    return (await term.rows()).join('\n');
  };
  await expect.poll(upTo).toContain('openssl s_client');
  for (let i = 0; i < 9; i++) await term.keys('Shift+PageDown');
  await expect.poll(() => term.rows()).toEqual(before);
});
