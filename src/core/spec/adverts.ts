// What extensions offer here and now.
import { patched } from './forget.ts';
import type { AnyCommand, Protocol } from './protocol.ts';
import type { Shape } from './take.ts';

/** Its line in that list, if it has one here and now. */
export const offered = <P extends Shape>(
  e: Protocol<P>['extensions'][number],
  session: P['session'],
  host: P['host'],
): string | undefined => (e.enabled?.(host) === false ? undefined : e.adverts(session, host));
/** The list of capabilities at this moment. */
export function advertsOf<P extends Shape>(
  p: Protocol<P>,
  session: P['session'],
  host: P['host'],
): readonly string[] {
  const lines: string[] = [];
  for (const e of p.extensions) {
    const line = offered(e, session, host);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}
/** Does nothing that a session may still do make it succeed? Then it is for another port, switched off, or out of use. */
export const isNever = <P extends Shape>(
  p: Protocol<P>,
  { offered: could }: AnyCommand<P>,
  session: P['session'],
  host: P['host'],
): boolean => could !== undefined && !could(session, host) && !could(patched<P>(session, p.secured), host);
