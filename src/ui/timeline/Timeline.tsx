import { useEngine } from '../../app/useEngine.ts';
import { afterReply, whenShown } from '../shell/later.tsx';
import { Clock } from './Clock.tsx';
import { Scrubber } from './Scrubber.tsx';
import { Transport } from './Transport.tsx';

const Story = afterReply(async () => (await import('./Story.tsx')).Story);
const Held = afterReply(async () => (await import('./Held.tsx')).Held);
// their places are kept: the scrubber beside them does not move when they come
const Project = afterReply(
  async () => (await import('../present/Project.tsx')).Project,
  () => <span className="w-9 max-desk:hidden" />,
);
const Tools = afterReply(
  async () => (await import('./Tools.tsx')).Tools,
  () => <span className="w-28 max-[1180px]:w-9 max-[480px]:w-7" />,
);
const Flags = afterReply(async () => (await import('./Flags.tsx')).Flags);
const Branches = whenShown(async () => (await import('./Branches.tsx')).Branches);
const Tracks = whenShown(async () => (await import('./Tracks.tsx')).Tracks);

export function Timeline() {
  const parted = useEngine((s) => s.branches.length > 1);
  return (
    <>
      <Held />
      <Story />
      <div className="grid h-21 short:h-9 grid-cols-[auto_minmax(0,1fr)] short:grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-4 px-3 max-[480px]:gap-x-2 max-[480px]:px-2 desk:grid-cols-[auto_minmax(0,1fr)_auto] desk:gap-x-5 desk:px-5">
        <div className="flex items-center gap-1.5 max-[480px]:gap-1 max-[360px]:gap-0.5 max-desk:order-2 short:order-none">
          <Transport />
          {parted && <Branches />}
          <Tools />
          <Project />
        </div>
        <div className="relative h-[4.5rem] min-w-0 pt-3 max-desk:order-1 max-desk:col-span-2 max-desk:h-11 max-desk:pt-0 short:order-none short:col-span-1 short:h-9 short:overflow-y-clip short:pt-0">
          <Scrubber />
          <Flags />
          {parted && (
            <div className="contents max-desk:hidden short:hidden">
              <Tracks />
            </div>
          )}
        </div>
        <div className="max-desk:order-3 short:max-[480px]:sr-only">
          <Clock />
        </div>
      </div>
    </>
  );
}
