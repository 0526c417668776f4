// `virtual:lessons`: what there is to learn, and how to load each lesson, which is a chunk of its own. One that does not compile stops the build.
import type { Plugin } from 'vite';
import { reporter } from 'vfile-reporter';
import type { Course, Entry, Lesson } from '../src/course/lesson.ts';
import { lessonPaths, lessonsRoot, readLesson, readTracks } from './lessons-files.ts';

const NAME = 'virtual:lessons';
const ID = `\0${NAME}`;
const ONE = `${NAME}/`;

const entryOf = ({ id, title, track, prereqs, minutes, objective, steps, quiz }: Lesson): Entry => ({
  id,
  title,
  track,
  prereqs,
  minutes,
  objective,
  steps: steps.map((step) => step.id),
  quiz: quiz.length,
});

export const lessonsPlugin = (root: string = lessonsRoot): Plugin => {
  const compiled = new Map<string, Lesson>();
  return {
    name: 'lessons',
    resolveId: (id) => (id.startsWith(NAME) ? `\0${id}` : undefined),
    load(id) {
      if (id.startsWith(`\0${ONE}`))
        return `export const lesson = ${JSON.stringify(compiled.get(id.slice(ONE.length + 1)))};`;
      if (id !== ID) return undefined;
      const paths = lessonPaths(root);
      for (const path of paths) this.addWatchFile(path);
      const read = paths.map(readLesson);
      const wrong = read.map(({ file }) => file).filter(({ messages }) => messages.length > 0);
      if (wrong.length > 0) this.error(reporter(wrong, { color: false }));
      const lessons = read.flatMap(({ compiled: it }) => it?.lesson ?? []);
      for (const lesson of lessons) compiled.set(lesson.id, lesson);
      const loaders = lessons.map(({ id: lesson }) => `${lesson}: () => import('${ONE}${lesson}')`);
      const course: Omit<Course, 'load'> = { tracks: readTracks(root), lessons: lessons.map(entryOf) };
      return [
        `export const { tracks, lessons } = ${JSON.stringify(course)};`,
        `export const load = { ${loaders.join(', ')} };`,
      ].join('\n');
    },
    hotUpdate({ file, modules }) {
      if (!file.startsWith(root)) return modules;
      const { moduleGraph } = this.environment;
      const own = [...moduleGraph.idToModuleMap].flatMap(([id, module]) =>
        id.startsWith(ID) ? [module] : [],
      );
      return [...modules, ...own];
    },
  };
};
