import { Play } from 'lucide-react';
import { useState } from 'react';
import { showPanel } from '../shell/settings.ts';
import { tryIt } from './tryIt.ts';
import type { Trial } from './ways.ts';
import { words } from './words.ts';

/** Leads to where this may be said, and puts it into the line. */
export function TryButton({ protocol, trial }: { protocol: string; trial: Trial | undefined }) {
  const [trying, tell] = useState(false);
  if (!trial) return <p className="text-small text-soft">{words.noTry}</p>;
  const run = (): void => {
    tell(true);
    showPanel('machine');
    void tryIt(protocol, trial).finally(() => tell(false));
  };
  return (
    <button
      type="button"
      disabled={trying}
      onClick={run}
      className="control h-9 justify-self-start border-edge px-4 text-text"
    >
      <Play className="size-3.5" strokeWidth={2} aria-hidden="true" />
      {trying ? words.trying : words.tryIt}
    </button>
  );
}
