import { ChevronDown } from 'lucide-react';
import { SHARED } from '../../app/state.ts';
import { Link } from './route.tsx';
import { useEngine } from '../../app/useEngine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { whenShown } from './later.tsx';
import { Popover } from './Popover.tsx';
import { worldName } from './worldName.ts';

const Chooser = whenShown(async () => (await import('../world/Chooser.tsx')).Chooser);

/** In which world one is, and the others there are; in a lesson's own, the way back to its words. */
export function WorldButton({ className = '' }: { className?: string }) {
  const { shell } = useMessages();
  const lesson = useEngine((s) => s.lesson);
  if (lesson === '') return <Worlds className={className} />;
  if (lesson === SHARED)
    return (
      <Link href="/shared" className={`control chip ${className}`}>
        {shell.shared}
      </Link>
    );
  return (
    <Link href={`/learn/${lesson.toLowerCase()}`} className={`control chip gap-1.5 ${className}`}>
      <span>
        {shell.lesson}{' '}
        <b className="font-[560] text-text" translate="no" data-wire="">
          {lesson.replace('~', '')}
        </b>
      </span>
    </Link>
  );
}
function Worlds({ className }: { className: string }) {
  const { shell } = useMessages();
  const world = worldName(useEngine((s) => s.world));
  return (
    <Popover
      title={shell.world}
      name={`${shell.world} ${world}`}
      face={
        <>
          <span className="whitespace-nowrap">
            {shell.world} <b className="font-[560] text-text">{world}</b>
          </span>
          <ChevronDown className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        </>
      }
      className={`gap-1.5 ${className}`}
      sheet="top-12 right-3 max-h-[calc(100dvh-5rem)] w-[min(24rem,calc(100vw-1.5rem))]"
    >
      <Chooser />
    </Popover>
  );
}
