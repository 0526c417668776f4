import { useLateMessages } from '../messages/late.ts';
import { useMessages } from '../messages/useMessages.ts';
import { Link, useRoute } from './route.tsx';
import { useTitle } from './useTitle.ts';

/** An address of this page that leads nowhere: what was asked for, and where one may go instead. */
export function Nowhere() {
  const { shell } = useMessages();
  const { notices } = useLateMessages();
  useTitle(notices.unknownPage);
  const path = useRoute();
  return (
    <div className="grid gap-4 p-[1.375rem]" data-panel="nowhere" role="status">
      <h2 className="text-title font-[640] tracking-[-0.018em]">{notices.unknownPage}</h2>
      <p className="mono text-small wrap-anywhere text-soft" translate="no">
        #{path.slice(0, LONG)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Link href="/" className="control border-edge text-text">
          {notices.toLab}
        </Link>
        <Link href="/learn" className="control">
          {shell.learn}
        </Link>
        <Link href="/reference" className="control">
          {shell.reference}
        </Link>
        <Link href="/compare" className="control">
          {shell.compare}
        </Link>
      </div>
    </div>
  );
}
const LONG = 120;
