/** What there is to learn, compiled by scripts/lessons-plugin.ts, in the order of the folders. */
declare module 'virtual:lessons' {
  // eslint-disable-next-line typescript/consistent-type-imports -- an ambient module cannot import by a relative name
  type Course = import('./lesson.ts').Course;
  export const tracks: Course['tracks'];
  export const lessons: Course['lessons'];
  export const load: Course['load'];
}
