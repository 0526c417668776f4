// Out of a lesson. Where something is looked up from within it, a reload has to find it again, and only as long as one is in it.
import { engine } from '../../app/engine.ts';

engine.subscribe(({ lesson }, before) => {
  if (lesson !== before.lesson) history.replaceState(lesson, '');
});
export { leaveLesson, leaveUnbegun } from '../../app/lessons.ts';
