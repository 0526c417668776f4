// `npm run bench:lighthouse`: what Lighthouse says of the built site, at a desk and on a telephone. It is fetched for this and not kept.
// A telephone is taken for a quarter as fast as this machine: on a busy one the times mean nothing (see `benchmarkIndex`).
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve-files.mjs';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Category = (typeof CATEGORIES)[number];
/** The least each should get, out of a hundred; absent: any. */
const VISITS: readonly {
  readonly name: string;
  readonly flags: readonly string[];
  readonly least: Readonly<Partial<Record<Category, number>>>;
}[] = [
  {
    name: 'desktop',
    flags: ['--preset=desktop'],
    least: { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 },
  },
  { name: 'mobile', flags: [], least: { performance: 90 } },
];
interface Audit {
  readonly id: string;
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
}
interface Report {
  /** How fast this machine was meanwhile: some 1,500 at a desk, 750 of a good telephone. What is timed is worth as much as this. */
  readonly environment: { readonly benchmarkIndex: number };
  readonly categories: Readonly<
    Record<
      Category,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

const chromium = await findChromium();
if (chromium === undefined) throw new Error('No Chromium: set CHROMIUM_PATH.');
const site = await serve({ folder: join(import.meta.dirname, '../dist'), port: 4900, strict: false });
const folder = await mkdtemp(join(tmpdir(), 'mailwire-lighthouse-'));
const scores: Record<string, Record<string, number>> = {};
try {
  for (const { name, flags, least } of VISITS) {
    const report = await visit(name, flags);
    const { benchmarkIndex } = report.environment;
    scores[name] = { 'speed of this machine': Math.round(benchmarkIndex) };
    console.log(`${name}: speed of this machine ${Math.round(benchmarkIndex)}`);
    for (const category of CATEGORIES) {
      const got = Math.round((report.categories[category].score ?? 0) * 100);
      const wanted = least[category];
      const verdict = wanted === undefined ? '' : `>= ${wanted}  ${got >= wanted ? 'reached' : 'MISSED'}`;
      scores[name][category] = got;
      console.log(`${`${name}: ${category}`.padEnd(32)}${String(got).padStart(4)}  ${verdict}`.trimEnd());
    }
    for (const line of shortcomings(report)) console.log(`    ${line}`);
  }
  await writeFile(join(import.meta.dirname, 'lighthouse.json'), `${JSON.stringify(scores, null, 2)}\n`);
} finally {
  site.close();
  await rm(folder, { recursive: true });
}

async function visit(name: string, flags: readonly string[]): Promise<Report> {
  const path = join(folder, `${name}.json`);
  const chrome = '--chrome-flags=--headless=new --no-sandbox --disable-gpu';
  const child = spawn(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      site.address,
      '--quiet',
      '--output=json',
      `--output-path=${path}`,
      chrome,
      ...flags,
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const code = await new Promise((done) => child.once('exit', done));
  if (code !== 0) throw new Error(`Lighthouse ended with ${String(code)}.`);
  // what a tool of this version writes
  return JSON.parse(await readFile(path, 'utf8')) as Report;
}
/** Everything that counts and did not get full marks. */
function shortcomings({ categories, audits }: Report): readonly string[] {
  const counted = new Set(
    CATEGORIES.flatMap((category) =>
      categories[category].auditRefs.flatMap(({ id, weight }) => (weight > 0 ? [id] : [])),
    ),
  );
  return [...counted].flatMap((id) => {
    const audit = audits[id];
    if (!audit || audit.score === null || audit.score >= 0.9) return [];
    return [`${audit.title}: ${audit.displayValue ?? ''} (${audit.score})`];
  });
}
