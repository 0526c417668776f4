// What need not be there from the beginning arrives in parts. Whoever asks for something whose part is not there yet is told so by
// `NotHere`, fetches that part, and asks again: so it never matters when a part arrives.

/** `first` is there before anything is asked for: all that the first letter sent by hand needs. */
export const PARTS = [
  'first',
  'mta',
  'pop3',
  'imap',
  'sasl',
  'tools',
  'devices',
  'changes',
  'help',
  'letters',
  'corpus',
] as const;
export type Part = (typeof PARTS)[number];
export type Kind =
  | 'machines'
  | 'protocols'
  | 'mechanisms'
  | 'programs'
  | 'commands'
  | 'filters'
  | 'manuals'
  | 'directories'
  | 'changes'
  | 'collections';

/** What `core/parts/PART.ts` puts on the shelves: exactly this. */
const CONTENTS: Readonly<Record<Part, Readonly<Partial<Record<Kind, string>>>>> = {
  first: {
    machines: 'console, smtp',
    protocols: 'smtp',
    programs: 'telnet',
    commands: 'telnet',
    manuals: 'telnet',
  },
  mta: { machines: 'queue, smtp-client', protocols: 'smtp-client' },
  pop3: { machines: 'pop3', protocols: 'pop3' },
  imap: { machines: 'imap', protocols: 'imap' },
  sasl: {
    mechanisms: 'PLAIN, LOGIN, CRAM-MD5, SCRAM-SHA-1, SCRAM-SHA-256, OAUTHBEARER, EXTERNAL',
    directories: 'scenarios',
  },
  tools: {
    programs: 'nc, s_client, gnutls-cli, sleep, token, dig, host, nslookup, filter',
    commands: 'nc, openssl s_client, gnutls-cli, sleep, token, dig, host, nslookup',
    filters:
      'printf, echo, base64, md5sum, openssl md5, openssl dgst, hosts, history, clear, date, whoami, hostname',
    manuals:
      'nc, openssl s_client, gnutls-cli, openssl md5, openssl dgst, dig, host, nslookup, md5sum, base64, printf, echo, hosts, token, sleep, date, whoami, hostname, history, clear, help, undo, redo, bookmark, goto, hint',
  },
  devices: { machines: 'device, pop3-client, imap-client', protocols: 'pop3-client, imap-client' },
  changes: { changes: 'changed' },
  help: { filters: 'help' },
  letters: { collections: 'inbox, folders, seed-project, seed-talk, museum, office, deferred, dave' },
  corpus: { collections: 'corpus' },
};
const namesIn = (part: Part, kind: Kind): readonly string[] => CONTENTS[part][kind]?.split(', ') ?? [];

export class NotHere extends Error {
  readonly part: Part;
  constructor(part: Part) {
    super(`the part ${part} has not arrived`);
    this.part = part;
  }
}
/** Long work was left when its turn was over (labour.ts). */
export class Unfinished extends Error {}
/** For whoever catches bugs: what is only not here yet, or not done, is none, and goes on to whoever asks again. */
export function throwOn(error: unknown): void {
  if (error instanceof NotHere || error instanceof Unfinished) throw error;
}
/** Things of one kind, by name. */
export interface Shelf<T> {
  /** All there will be. */
  readonly names: readonly string[];
  /** Undefined: there is no such thing, and never will be. Throws `NotHere`: it has not arrived. */
  readonly get: (name: string) => T | undefined;
  readonly put: (name: string, thing: T) => void;
  /** What has arrived. Only for what is asked again when more has. */
  readonly here: () => readonly T[];
}
export function shelf<T>(kind: Kind): Shelf<T> {
  const parts = new Map(PARTS.flatMap((part) => namesIn(part, kind).map((name) => [name, part] as const)));
  const here = new Map<string, T>();
  return {
    names: [...parts.keys()],
    get(name) {
      const thing = here.get(name);
      if (thing !== undefined) return thing;
      const part = parts.get(name);
      if (part !== undefined) throw new NotHere(part);
      return undefined;
    },
    put(name, thing) {
      if (!parts.has(name)) throw new Error(`${name} is on no list in base/parts.ts (${kind})`);
      here.set(name, thing);
    },
    here: () => [...here.values()],
  };
}
