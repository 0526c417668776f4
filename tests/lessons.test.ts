// Every lesson in the repository, played on the engine, alone and together with the others: what `npm run lessons:check` says, too.
import { expect, it } from 'vitest';
import { checkFiles } from '../src/course/check/files.ts';
import { around, lessonPaths, readLesson, readTracks } from '../scripts/lessons-files.ts';

const files = lessonPaths().map(readLesson);
const lessons = files.flatMap(({ compiled }) => compiled?.lesson ?? []);

it('every lesson compiles, plays as it says, and keeps to the rules of the house', () => {
  const summary = checkFiles(files, around());
  expect(files.flatMap(({ file }) => file.messages.map(String))).toEqual([]);
  expect(summary.lessons).toBe(files.length);
});

it('every kind of exercise is met with in some lesson', () => {
  const steps = lessons.flatMap((lesson) => lesson.steps);
  const asked = new Set(steps.flatMap(({ asks }) => asks.map(({ kind }) => kind)));
  expect([...asked].toSorted()).toEqual([
    'decode',
    'gaps',
    'measure',
    'record',
    'reply',
    'sort',
    'text',
    'wrong',
  ]);
  // to type, to reach a state, to say beforehand what will come, and to be the server
  const goals = steps.map(({ goal }) => JSON.stringify(goal));
  for (const sign of ['"outcome":"smtp/', '"stored":', '"outcome":"smtp-client/'])
    expect(goals.some((goal) => goal.includes(sign))).toBe(true);
  expect(steps.some(({ predict }) => (predict?.replay.length ?? 0) > 0)).toBe(true);
});

it('whoever takes an option that speaks of a misconception is told something', () => {
  const choices = lessons.flatMap(({ quiz, steps }) => [
    ...quiz,
    ...steps.flatMap(({ predict }) => predict ?? []),
  ]);
  const silent = choices.flatMap(({ believes, nudges }) =>
    Object.entries(believes).flatMap(([i, m]) => ((nudges[Number(i)] ?? []).length > 0 ? [] : [m])),
  );
  expect(silent).toEqual([]);
});

it('every lesson belongs to a track that is listed, under its letter, and the path is made of lessons', () => {
  const { tracks, path } = readTracks();
  for (const { id, track } of lessons)
    expect(tracks).toContainEqual(expect.objectContaining({ id: track, letter: id[0] }));
  const there = path.filter((id) => lessons.some((lesson) => lesson.id === id));
  for (const id of there) {
    const before = path.slice(0, path.indexOf(id));
    expect(before).toEqual(expect.arrayContaining([...(lessons.find((it) => it.id === id)?.prereqs ?? [])]));
  }
});
