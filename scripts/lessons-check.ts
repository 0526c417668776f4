// `npm run lessons:check`: compiles every lesson, plays it on the engine, and says with line and column what is wrong.
import { reporter } from 'vfile-reporter';
import { checkFiles, type Summary } from '../src/course/check/files.ts';
import { around, lessonPaths, readLesson } from './lessons-files.ts';

const read = lessonPaths().map(readLesson);
const summary = checkFiles(read, around());
const files = read.map(({ file }) => file);
process.stdout.write(`${reporter(files, { color: process.stdout.isTTY, quiet: true })}\n`);
const words = (of: Summary): string =>
  Object.entries(of)
    .map(([what, many]) => `${many} ${what}`)
    .join(', ');
process.stdout.write(`${words(summary)}\n`);
if (files.some(({ messages }) => messages.length > 0)) process.exitCode = 1;
