import { Play } from 'lucide-react';
import { useState } from 'react';
import type { HelpVerb } from '../../core/spec/describe.ts';
import { showPanel } from '../shell/settings.ts';
import { tryIt } from './tryIt.ts';
import { wayTo } from './ways.ts';
import { words } from './words.ts';

/** Leads to where this command may be said, and puts it into the line. */
export function TryButton({ protocol, verb }: { protocol: string; verb: HelpVerb }) {
  const [trying, tell] = useState(false);
  const way = wayTo(protocol, verb);
  if (!way) return <p className="text-small text-soft">{words.noTry}</p>;
  const run = (): void => {
    tell(true);
    showPanel('machine');
    void tryIt(protocol, verb).finally(() => tell(false));
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
