// A client that believes only what it is told. It knows nothing of the server's code: what it holds about a mailbox is what the
// untagged responses have said, and it complains where they contradict each other or the standard.
export class Disbelief extends Error {}

export interface Believed {
  /** Undefined: never told. */
  uid: number | undefined;
  flags: string | undefined;
}
/** When a response comes: nothing under way, FETCH, STORE or SEARCH under way, or anything else. */
export type During = 'nothing' | 'numbers' | 'others';

const LITERAL = /\{(\d+)\}\r\n/y;
/** Responses, each with its literals taken out. */
export function responsesIn(octets: string): readonly string[] {
  const out: string[] = [];
  let [line, at] = ['', 0];
  while (at < octets.length) {
    const end = octets.indexOf('\r\n', at);
    if (end < 0) throw new Disbelief(`half a line: ${octets.slice(at)}`);
    LITERAL.lastIndex = octets.lastIndexOf('{', end);
    const size = LITERAL.lastIndex < at ? undefined : LITERAL.exec(octets)?.[1];
    line += octets.slice(at, end);
    at = end + 2;
    if (size === undefined) {
      out.push(line);
      line = '';
    } else at += Number(size);
  }
  if (line !== '') throw new Disbelief(`a literal and no end: ${line}`);
  return out;
}

export class Believer {
  messages: Believed[] = [];
  /** What `$` stands for (RFC 5182): none after SELECT. Undefined: this client cannot know. */
  saved: ReadonlySet<Believed> | undefined = new Set();
  /** Those whose INTERNALDATE it was told: nobody tells that unasked. */
  dated = new Set<Believed>();
  /** Hears what a search under way is answered. */
  onSearch: ((response: string) => void) | undefined;
  recent = 0;
  uidNext = 0;
  gone = false;
  /** Of the tagged replies. */
  readonly replies = new Map<string, string>();

  /** Nothing is known of a mailbox that is opened, and `$` is empty (RFC 5182 §2.1). */
  forget(): void {
    this.messages = [];
    this.saved = new Set();
  }
  hear(octets: string, during: During): void {
    for (const response of responsesIn(octets)) this.#one(response, during);
  }
  #one(response: string, during: During): void {
    const [, number, kind, rest = ''] =
      /^\* (\d+) (EXISTS|RECENT|EXPUNGE|FETCH)(?: (.*))?$/s.exec(response) ?? [];
    if (kind === 'EXISTS') this.#exists(Number(number));
    else if (kind === 'RECENT') this.recent = Number(number);
    else if (kind === 'EXPUNGE') this.#expunge(Number(number), during);
    else if (kind === 'FETCH') this.#fetch(Number(number), rest);
    else if (response.startsWith('* VANISHED ')) this.#vanished(response.slice('* VANISHED '.length), during);
    else if (/^\* E?SEARCH\b/.test(response)) this.#searched(response);
    else if (response.startsWith('* BYE')) this.gone = true;
    else if (!response.startsWith('*') && !response.startsWith('+')) {
      const space = response.indexOf(' ');
      this.replies.set(response.slice(0, space), response.slice(space + 1));
    }
  }
  #searched(response: string): void {
    if (!this.onSearch) throw new Disbelief(`an answer, and nobody asked: ${response}`);
    this.onSearch(response);
  }
  #exists(count: number): void {
    if (count < this.messages.length)
      throw new Disbelief(`${count} EXISTS, and there were ${this.messages.length}`);
    while (this.messages.length < count) this.messages.push({ uid: undefined, flags: undefined });
  }
  #expunge(number: number, during: During): void {
    if (during !== 'others') throw new Disbelief(`EXPUNGE during ${during}`);
    if (number < 1 || number > this.messages.length) throw new Disbelief(`EXPUNGE of ${number}`);
    this.messages.splice(number - 1, 1);
  }
  #vanished(set: string, during: During): void {
    if (during !== 'others') throw new Disbelief(`VANISHED during ${during}`);
    for (const range of set.split(',')) {
      const [from = '', to = from] = range.split(':');
      for (let uid = Number(from); uid <= Number(to); uid++) {
        const known = this.messages.findIndex((it) => it.uid === uid);
        // one of those whose UIDs it was never told, whichever: it has been told that there are so many
        const at = known < 0 ? this.messages.findLastIndex((it) => it.uid === undefined) : known;
        if (at < 0) throw new Disbelief(`VANISHED ${uid}, which was never told`);
        this.messages.splice(at, 1);
      }
    }
  }
  #fetch(number: number, items: string): void {
    const it = this.messages[number - 1];
    if (!it) throw new Disbelief(`FETCH of ${number}`);
    const uid = /\bUID (\d+)/.exec(items)?.[1];
    const flags = /\bFLAGS \(([^)]*)\)/.exec(items)?.[1];
    if (uid !== undefined && it.uid !== undefined && it.uid !== Number(uid))
      throw new Disbelief(`${number} was ${it.uid}, and is ${uid}`);
    if (uid !== undefined) it.uid = Number(uid);
    if (items.includes('INTERNALDATE')) this.dated.add(it);
    if (flags !== undefined) it.flags = flags;
  }
}
