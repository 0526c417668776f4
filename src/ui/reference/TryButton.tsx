import { Play } from 'lucide-react';
import { useState } from 'react';
import { showPanel } from '../shell/settings.ts';
import { tryIt } from './tryIt.ts';
import type { Trial } from './ways.ts';
import { words } from './words.ts';

/** Leads to where this may be said, and puts it into the line. */
export function TryButton({ protocol, trial }: { protocol: string; trial: Trial | undefined }) {
  const [came, tell] = useState<'nowhere' | 'trying' | 'there'>('there');
  if (!trial) return <p className="text-small text-soft">{words.noTry}</p>;
  const run = (): void => {
    tell('trying');
    showPanel('machine');
    void tryIt(protocol, trial).then(
      (arrived) => tell(arrived ? 'there' : 'nowhere'),
      () => tell('there'),
    );
  };
  return (
    <>
      <button
        type="button"
        disabled={came === 'trying'}
        onClick={run}
        className="control h-9 justify-self-start border-edge px-4 text-text"
      >
        <Play className="size-3.5" strokeWidth={2} aria-hidden="true" />
        {came === 'trying' ? words.trying : words.tryIt}
      </button>
      <p role="status" className="text-small text-soft empty:hidden">
        {came === 'nowhere' && words.noWay}
      </p>
    </>
  );
}
