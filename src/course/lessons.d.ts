/** Every lesson, compiled by scripts/lessons-plugin.ts, in the order of the folders. */
declare module 'virtual:lessons' {
  // eslint-disable-next-line typescript/consistent-type-imports -- an ambient module cannot import by a relative name
  export const lessons: readonly import('./lesson.ts').Lesson[];
}
