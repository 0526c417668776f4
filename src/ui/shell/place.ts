// Which world an address is about: a lesson is played in one of its own.
import { engine } from '../../app/engine.ts';
import { SHARED } from '../../app/state.ts';

/** The lesson that an address of the page names, as `#/learn/p1`; '' for none. */
export const lessonAt = (address: string): string =>
  /^#?\/shared$/.test(address) ? SHARED : (/^#?\/learn\/(.+)$/.exec(address)?.[1] ?? '').toUpperCase();
/** Lab and list are outside of lessons; what is looked up meanwhile is looked up in the lesson's world. */
export const FREE = /^\/(?:learn)?$/;
/** The lesson in which this page is opened: its own, or the one in which something was being looked up when it was reloaded. */
export const lessonHere = (): string => lessonAt(location.hash) || history.state || '';
/** One has come to this address. The lesson itself, once it is there, brings the learner in. */
export function arriveAt(path: string): void {
  const { lesson } = engine.getState();
  const free = FREE.test(path);
  history.replaceState(free ? '' : lesson, '');
  if (lesson !== '' && lessonAt(path) === '')
    void import('./leave.ts').then((it) => (free ? it.leaveLesson() : it.leaveUnbegun()));
}
