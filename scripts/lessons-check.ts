// `npm run lessons:check`: compiles every lesson, plays it on the engine, and says with line and column what is wrong.
import { reporter } from 'vfile-reporter';
import { checkLesson } from '../src/course/check.ts';
import { lessonPaths, readLesson, type LessonFile } from './lessons-files.ts';

function checked(path: string): LessonFile {
  const { file, lesson } = readLesson(path);
  if (!lesson) return { file, lesson };
  for (const { step, message } of checkLesson(lesson)) {
    const line =
      String(file)
        .split('\n')
        .findIndex((text) => step !== '' && text.includes(`{#${step}}`)) + 1;
    file.message(message, {
      place: { line: Math.max(1, line), column: 1 },
      ruleId: 'play',
      source: 'lesson',
    });
  }
  return { file, lesson };
}

const files = lessonPaths().map((path) => checked(path).file);
process.stdout.write(`${reporter(files, { color: process.stdout.isTTY })}\n`);
if (files.some(({ messages }) => messages.length > 0)) process.exitCode = 1;
