// `npm run rfc:sections -- FOLDER`: which sections each RFC has, from their texts (rfc5321.txt, or .gz). For RFCs already listed, and those named after the folder.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sections } from './lessons-files.ts';

const HEADING = /^ {0,3}(\d+(?:\.\d+)*)\.? +["A-Za-z(]/;
const APPENDIX = /^ {0,3}(?:Appendix ([A-Z])\b|([A-Z](?:\.\d+)+)\.? +\S)/i;
const isContents = (line: string): boolean => /\.{3,}|(?:\. ){3,}|\s{3,}\d+$/.test(line);

/** A line of a table may begin with a number too: no RFC has so many sections. */
const isSection = (section: string): boolean => section.split('.').every((part) => !(Number(part) > 40));
function sectionsOf(text: string): readonly string[] {
  const found = text.split('\n').flatMap((line) => {
    if (isContents(line)) return [];
    const section = HEADING.exec(line)?.[1] ?? APPENDIX.exec(line)?.slice(1).find(Boolean)?.toUpperCase();
    return section === undefined ? [] : [section];
  });
  return [...new Set(found.filter(isSection))];
}
const [folder = '', ...wanted] = process.argv.slice(2);
const numbers = [...new Set([...Object.keys(sections), ...wanted])].toSorted((a, b) => Number(a) - Number(b));
const all = numbers.map((number) => {
  const [plain, packed] = [join(folder, `rfc${number}.txt`), join(folder, `rfc${number}.txt.gz`)];
  const text = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(packed));
  return [number, sectionsOf(text.toString('latin1')).join(' ')] as const;
});
writeFileSync(
  new URL('../lessons/rfc-sections.json', import.meta.url),
  `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`,
);
