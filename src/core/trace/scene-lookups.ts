// Who has asked the DNS, and what it came to.
import { dnsSaid } from './dns.ts';
import type { Dns } from './event.ts';
import type { SceneLookup } from './scene-types.ts';

/** What crossed no wire is not drawn: it was known already, or nobody said anything. */
export function foldLookup(lookups: readonly SceneLookup[], event: Dns): readonly SceneLookup[] {
  const said = dnsSaid(event);
  if (!said) return lookups;
  const answered = event.phase === 'answer';
  const { text, refused } = said;
  const latest = {
    host: event.host,
    asked: answered ? said.from : said.to,
    text,
    answered,
    refused,
    fresh: true,
  };
  const others = lookups.filter(({ host, asked }) => host !== latest.host || asked !== latest.asked);
  return [...others, latest];
}
/** Another step has begun. */
export const staleLookups = (lookups: readonly SceneLookup[]): readonly SceneLookup[] =>
  lookups.some(({ fresh }) => fresh)
    ? lookups.map(({ host, asked, text, answered, refused }) => ({
        host,
        asked,
        text,
        answered,
        refused,
        fresh: false,
      }))
    : lookups;
