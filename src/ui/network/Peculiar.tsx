import { useWorld } from '../world/useWorld.ts';
import { words } from '../world/words.ts';
import { peculiaritiesOf, type Peculiarity } from './peculiar.ts';

const { marks } = words.map;
const labelOf = (it: Peculiarity): string => {
  if (it.kind === 'quota') return marks.quota(it.amount);
  return it.kind === 'greylist' ? marks.greylist(it.amount) : marks[it.kind];
};
const teachesOf = ({ kind }: Peculiarity): string =>
  kind === 'log' || kind === 'strip'
    ? words.way[kind].teaches
    : words.switch[kind === 'full' ? 'quota' : kind].teaches;

/** A tag on the lower edge of a machine: what is otherwise about it. */
export function Peculiar({ host }: { host: string }) {
  const world = useWorld();
  const all = world ? peculiaritiesOf(world, host) : [];
  if (all.length === 0) return null;
  return (
    <p
      title={all.map((it) => `${labelOf(it)}: ${teachesOf(it)}`).join('\n')}
      className="absolute right-1.5 -bottom-[0.6875rem] max-w-[calc(100%-0.75rem)] truncate rounded-full border border-edge bg-pane px-1.5 text-tiny leading-3.5 text-text"
      data-peculiar=""
    >
      {all.map(labelOf).join(' · ')}
      <span className="sr-only">. {all.map(teachesOf).join(' ')}</span>
    </p>
  );
}
