// `import { lessons } from 'virtual:lessons'`: every lesson, compiled. One that does not compile stops the build.
import type { Plugin } from 'vite';
import { reporter } from 'vfile-reporter';
import { lessonPaths, lessonsRoot, readLesson } from './lessons-files.ts';

const NAME = 'virtual:lessons';
const ID = `\0${NAME}`;

export const lessonsPlugin = (): Plugin => ({
  name: 'lessons',
  resolveId: (id) => (id === NAME ? ID : undefined),
  load(id) {
    if (id !== ID) return undefined;
    const paths = lessonPaths();
    for (const path of paths) this.addWatchFile(path);
    const read = paths.map(readLesson);
    const wrong = read.map(({ file }) => file).filter(({ messages }) => messages.length > 0);
    if (wrong.length > 0) this.error(reporter(wrong, { color: false }));
    const lessons = read.flatMap(({ lesson }) => lesson ?? []);
    return `export const lessons = ${JSON.stringify(lessons)};`;
  },
  hotUpdate({ file, modules }) {
    if (!file.startsWith(lessonsRoot)) return modules;
    const compiled = this.environment.moduleGraph.getModuleById(ID);
    return compiled ? [...modules, compiled] : modules;
  },
});
