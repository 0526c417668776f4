import type { HelpVerb } from '../../../spec/help.ts';
import { text } from '../arguments.ts';
import { anywhere, command, type Smtp } from '../shape.ts';

/** `verbsFor` reads the declaration HELP itself is part of: what this host knows on this port, whoever has logged in meanwhile. */
export const help = (verbsFor: (session: Smtp['session'], host: Smtp['host']) => readonly HelpVerb[]) =>
  command({
    verb: 'HELP',
    from: anywhere,
    args: text('command'),
    rfc: '5321#4.1.1.8',
    summary: 'What is there to say, or what does this word mean?',
    outcomes: {
      all: { to: 'same', says: '214 2.0.0 {host} knows\n{*lines}', when: 'no command is named' },
      one: { to: 'same', says: '214 2.0.0 {usage}\n{*lines}', when: 'there is such a command' },
      unknown: {
        to: 'same',
        says: '504 5.5.4 No command here is called {name}; HELP alone lists them',
        when: 'there is none on this port of this host',
      },
    },
    run({ host, session }, name, take) {
      const known = verbsFor({ ...session, user: '' }, host);
      if (name === '') return take.all({ host: host.id, lines: inRows(known.map(({ verb }) => verb)) });
      const it = known.find(({ verb }) => verb === name.toUpperCase());
      if (!it) return take.unknown({ name });
      return take.one({ usage: it.usage, lines: [it.summary] });
    },
  });
const inRows = (words: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(words.length / 6) }, (_, i) => words.slice(i * 6, i * 6 + 6).join(' '));
