// The sanitiser alone, without sandbox and policy behind it, in a page that would run anything: two thousand hostile letters.
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { array, constantFrom, oneof, sample, string, tuple, type Arbitrary } from 'fast-check';
import { build } from 'vite';

const ENTRY = resolve(import.meta.dirname, '../../src/ui/message/html/sanitise.ts');
async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: ENTRY, formats: ['iife'], name: 'sanitiser' } },
  });
  const [output] = Array.isArray(made) ? made : [made];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The sanitiser was not bundled.');
  return chunk.code;
}

const RUN = 'top.ran=1';
const names = constantFrom(
  ...'a abbr b base body button div embed form frame frameset head html iframe img input link marquee math meta mtext noscript'.split(
    ' ',
  ),
  ...'object p plaintext script select span style svg table tbody td template textarea title tr video xmp foreignObject mglyph'.split(
    ' ',
  ),
);
const values = oneof(
  constantFrom(
    RUN,
    `javascript:${RUN}`,
    ` java\tscript:${RUN}`,
    `&#106;avascript:${RUN}`,
    'https://mallory.test/x',
    '//mallory.test/x',
    'data:image/svg+xml,<svg onload=top.ran=1>',
    `data:text/html,<script>${RUN}</script>`,
    'cid:lamp',
    'position:fixed;inset:0;background:url(https://mallory.test/b)',
    'color:red;width:expression(1);background:\\75rl(https://mallory.test/c)',
    '0;url=https://mallory.test/',
  ),
  string({ maxLength: 12 }),
);
const attributes = constantFrom(
  ...'onerror onload onclick onfocus onanimationstart src href srcset style background action formaction srcdoc id name class'.split(
    ' ',
  ),
  ...'data xlink:href poster target ping autofocus http-equiv content is shadowrootmode contenteditable lang title width'.split(
    ' ',
  ),
);
const attribute = tuple(attributes, values, constantFrom('"', "'", '')).map(
  ([name, value, quote]) => ` ${name}=${quote}${value}${quote}`,
);
const tag: Arbitrary<string> = tuple(
  names,
  array(attribute, { maxLength: 3 }),
  constantFrom('>', '/>', '', ' '),
).map(([name, all, end]) => `<${name}${all.join('')}${end}`);
const piece = oneof(
  { weight: 5, arbitrary: tag },
  { weight: 3, arbitrary: names.map((name) => `</${name}>`) },
  constantFrom(
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml ?>',
    '<!doctype html>',
    '--!>',
    '<!-->',
    '&lt;script&gt;',
  ),
  string({ maxLength: 20 }),
);
const letter = array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

/** Of each letter what it must not have; then the live page is asked whether anything ran. */
const examined = (page: Page, letters: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(async (all) => {
    const { sanitised } = Reflect.get(window, 'sanitiser') as {
      sanitised: (html: string, given: object) => { readonly html: string };
    };
    const given = { picture: () => undefined, away: (alt: string, from: string) => `${alt} ${from}` };
    const faults: string[] = [];
    const holder = document.createElement('div');
    document.body.append(holder);
    for (const html of all) {
      const clean = sanitised(html, given).html;
      // no policy and no sandbox here: what is left of the letter could run
      holder.innerHTML = clean;
      for (const element of holder.querySelectorAll('*')) {
        const bad = [...element.attributes].filter(
          ({ name, value }) =>
            /^on|^(?:href|srcset|action|formaction|background|id|name|srcdoc|is)$/.test(name) ||
            (name === 'src' && !/^data:image\/(?:png|jpeg|gif|webp);base64,/.test(value)) ||
            (name === 'style' && /url|expression|position|[\\@<]/i.test(value)),
        );
        const stranger =
          /^(?:script|style|i?frame|object|embed|form|input|button|svg|math|link|meta|base|template|video)$/i;
        if (bad.length > 0 || stranger.test(element.localName))
          faults.push(`${html} -> ${element.outerHTML}`);
      }
      // read a second time it is the same: nothing hides in how it is read
      const again = new DOMParser().parseFromString(`<!doctype html><body>${clean}`, 'text/html').body
        .innerHTML;
      if (again !== holder.innerHTML) faults.push(`${html} -> ${again}`);
    }
    // whatever a picture of theirs had begun is over when a later one of ours has failed
    await new Promise((resolve) => {
      const last = new Image();
      last.addEventListener('error', resolve);
      last.src = 'data:,';
      holder.append(last);
    });
    if (Reflect.get(window, 'ran') !== undefined) faults.push('something ran');
    return faults;
  }, letters);

test('nothing of a hostile letter is left that runs, fetches, leads away or covers', async ({ page }) => {
  const code = await bundled();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent('<!doctype html><title>x</title>');
  await page.addScriptTag({ content: code });
  for (let seed = 1; seed <= 8; seed++) {
    const letters = sample(letter, { seed, numRuns: 250 });
    expect(await examined(page, letters), `seed ${seed}`).toEqual([]);
  }
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
});

test('the check can fail: a letter as it comes does run here', async ({ page }) => {
  await page.setContent('<!doctype html><title>x</title>');
  await page.addScriptTag({
    content: 'window.sanitiser = { sanitised: (html) => ({ html }) }',
  });
  const faults = await examined(page, [`<img src="data:," onerror="${RUN}">`]);
  expect(faults).toHaveLength(2);
  expect(faults.at(-1)).toBe('something ran');
});

test('a long letter is sanitised in a moment, and deep ones do no harm', async ({ page }) => {
  const code = await bundled();
  await page.setContent('<!doctype html><title>x</title>');
  await page.addScriptTag({ content: code });
  const long = '<p style="color:red">x<b>y'.repeat(4000).slice(0, 102_400);
  const deep = '<div>'.repeat(20_000);
  expect(await examined(page, [long, deep])).toEqual([]);
});
