// Deeds that nobody types by hand: done at the moment that is looked at, all of them before anybody can come between.
import { demonstrate, dispatch, engine, focusConsole, worldAhead } from '../../app/engine.ts';
import type { World } from '../../core/kernel/world.ts';
import type { Deed, Lesson } from '../../course/lesson.ts';
import { actsOf, play, unfolded } from '../../course/play.ts';
import { showBeside } from '../console/beside.ts';

/** Whoever the lesson says sits somewhere takes a seat there. */
const seats = ({ scene }: Lesson, { consoles }: World): readonly Deed[] =>
  scene.consoles
    .filter(({ id }) => consoles.every((seated) => seated.id !== id))
    .map(({ id, host }) => ({ open: id, host }));
/** One looks at whoever does it. */
function lookAt(deed: Deed, { console, watch }: Lesson['scene']): void {
  if (typeof deed === 'string') focusConsole(console);
  else if ('type' in deed) focusConsole(deed.at);
  else if ('click' in deed && watch.includes('devices')) showBeside(deed.on);
}
export function doAtOnce(lesson: Lesson, deeds: readonly Deed[]): void {
  const start = worldAhead(engine.getState());
  if (!start) return;
  const { scene, steps } = lesson;
  const all = unfolded(deeds, actsOf(steps));
  const { inputs } = play({ start, console: scene.console, acts: [] }, [...seats(lesson, start), ...all]);
  if (inputs.length > 0) demonstrate(() => dispatch(...inputs));
  if (all[0] !== undefined) lookAt(all[0], scene);
}
