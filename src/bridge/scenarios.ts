// The worlds the bridge can open, and what a command line may say about each.
import { withHost, withPolicy } from '../core/host/host.ts';
import type { World } from '../core/kernel/world.ts';
import { blank, type Account } from '../core/scenario/catalogue/blank.ts';
import { manyMessages } from '../core/scenario/catalogue/many-messages.ts';
import { standard } from '../core/scenario/catalogue/standard/standard.ts';

/** As typed: `--domain`, `--user` and `--separator`. */
export interface Said {
  readonly domains: readonly string[];
  readonly users: readonly string[];
  readonly separator?: string | undefined;
}
export type Start = (said: Said) => World;

const DOMAIN = 'example.com';
const ACCOUNT = /^([^:@]+)(?:@([^:]+))?:(.+)$/s;

/** `NAME:PASSWORD` is somebody of the first domain. */
function accountOf(text: string, domains: readonly string[]): Account {
  const [, name, domain = domains[0] ?? DOMAIN, password] = ACCOUNT.exec(text) ?? [];
  if (name === undefined || password === undefined)
    throw new Error(`--user wants NAME:PASSWORD or NAME@DOMAIN:PASSWORD, not ${text}`);
  if (!domains.includes(domain))
    throw new Error(`--user ${text}: ${domain} is none of ${domains.join(', ')}`);
  return { name, domain, password };
}
/** No letter, and nothing that means something else in the name of a mailbox (RFC 9051 §5.1). */
const SEPARATOR = /^[!$'+,\-./:;=?@^_`|~]$/;

/** Without `--domain`: those that `--user` names. */
const domainsOf = ({ domains, users }: Pick<Said, 'domains' | 'users'>): readonly string[] =>
  domains.length > 0 ? domains : [...new Set(users.flatMap((text) => ACCOUNT.exec(text)?.[2] ?? []))];
function start({ domains: said, users, separator }: Said): World {
  const named = domainsOf({ domains: said, users });
  const domains = named.length === 0 ? [DOMAIN] : named;
  if (new Set(domains).size < domains.length) throw new Error('--domain: the same one twice');
  if (domains.length > 99) throw new Error('--domain: 99 at most');
  const accounts = users.map((text) => accountOf(text, domains));
  const twice = accounts.find((a, i) => accounts.findIndex((b) => same(a, b)) < i);
  if (twice) throw new Error(`--user: ${twice.name}@${twice.domain} twice`);
  if (separator !== undefined && !SEPARATOR.test(separator))
    throw new Error(`--separator wants one character, such as . or /, not ${separator}`);
  return blank({ domains, accounts, ...(separator !== undefined && { separator }) });
}
const same = (a: Account, b: Account): boolean => a.name === b.name && a.domain === b.domain;

/** A world with people of its own. */
const peopled =
  (make: () => World): Start =>
  ({ users, separator }) => {
    if (users.length > 0)
      throw new Error('--user belongs to --scenario blank: the other worlds have their own people');
    if (separator !== undefined)
      throw new Error('--separator belongs to --scenario blank: the other worlds have their own');
    return lenient(make());
  };
/** Whoever knocks from outside types with what is at hand: a bare LF ends a command, and no line of a letter (RFC 5321 §2.3.8). */
const lenient = (world: World): World =>
  Object.values(world.hosts).reduce(
    (now, host) => ({
      ...now,
      hosts: withHost(now.hosts, withPolicy(host, { commandLf: 'accept' })),
    }),
    world,
  );

export const beginnings: Readonly<Record<string, Start>> = {
  standard: peopled(standard),
  'many-messages': peopled(manyMessages),
  blank: start,
};
