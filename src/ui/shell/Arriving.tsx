import { useEffect, useState } from 'react';
import { translated } from '../messages/language.ts';
import { screenMessages } from '../messages/screen.ts';
import { useMessages } from '../messages/useMessages.ts';
import { askAgain } from './arrive.ts';
import type { Awaited } from './later.tsx';
import { useRoute } from './route.tsx';
import { useTitle } from './useTitle.ts';

/** What comes sooner than this needs no word: one would only flash. */
const SOON = 300;
function useSlow(): boolean {
  const [slow, wait] = useState(false);
  useEffect(() => {
    const waited = setTimeout(() => wait(true), SOON);
    return () => clearTimeout(waited);
  }, []);
  return slow;
}
const { missing, again } = translated(screenMessages, 'screen');

/** In the place of a panel or a page: it is on its way, or it is lost. */
export function Arriving({ lost }: Awaited) {
  const { shell } = useMessages();
  const slow = useSlow();
  return (
    <div aria-busy={!lost} className="p-5 text-soft" data-arriving="">
      <p role="status">{lost ? missing : slow && shell.loading}</p>
      {lost && (
        <button type="button" onClick={askAgain} className="control mt-3 text-text">
          {again}
        </button>
      )}
    </div>
  );
}
/** Of a page the window has the name already. */
export function ArrivingPage(props: Awaited) {
  const { shell } = useMessages();
  const { learn, compare, reference, world } = shell;
  const [, name = ''] = useRoute().split('/');
  useTitle(new Map(Object.entries({ learn, compare, reference, world })).get(name) ?? shell.loading);
  return <Arriving {...props} />;
}
/** Before a dialog; that it is lost is said where it is said of everything. */
export function ArrivingDialog({ lost }: Awaited) {
  const { shell } = useMessages();
  const slow = useSlow();
  return (
    <p
      role="status"
      aria-busy={!lost}
      className="pointer-events-none fixed inset-x-0 top-[30dvh] z-30 mx-auto w-fit rounded-thing border border-edge bg-raised px-4 py-2 empty:hidden"
    >
      {slow && !lost && shell.loading}
    </p>
  );
}
