// What the commands of the shell are for, but telnet, which comes first.
import type { Manual, Option } from './manual.ts';

export const S_CLIENT: readonly Option[] = [
  { flag: '-connect', value: 'HOST:PORT', summary: 'where to' },
  { flag: '-host', value: 'NAME', summary: 'where to, without the port' },
  { flag: '-port', value: 'PORT', summary: 'which port there' },
  { flag: '-starttls', value: 'smtp|pop3|imap|lmtp', summary: 'ask for TLS in words of the protocol first' },
  { flag: '-name', value: 'NAME', summary: 'who to say one is, with -starttls smtp and lmtp' },
  { flag: '-crlf', summary: 'send CR LF for Enter, not LF' },
  { flag: '-quiet', summary: 'only data; Q, R, K at the start of a line go out; Ctrl-D does not end it' },
  { flag: '-brief', summary: 'a summary of the handshake, and data' },
  { flag: '-showcerts', summary: 'print every certificate of the chain' },
  { flag: '-verify_hostname', value: 'NAME', summary: 'compare the certificate with this name' },
  { flag: '-ign_eof', summary: 'Q, R, K at the start of a line go out; Ctrl-D does not end it' },
  { flag: '-no_ign_eof', summary: 'with -quiet: Ctrl-D ends it all the same' },
  { flag: '-nocommands', summary: 'Q, R, K at the start of a line go out' },
  { flag: '-servername', value: 'NAME', summary: 'the name to ask for (RFC 6066)' },
  { flag: '-noservername', summary: 'ask for no name' },
  { flag: '-tls1_3', summary: 'TLS 1.3 only' },
];
export const GNUTLS_CLI: readonly Option[] = [
  { flag: '--crlf', summary: 'send CR LF for Enter, not LF' },
  { flag: '--starttls', summary: 'talk plainly; Ctrl-D begins the handshake' },
  {
    flag: '--starttls-proto',
    value: 'smtp|imap|pop3|lmtp',
    summary: 'ask for TLS in words of the protocol first',
  },
  { flag: '-p', value: 'PORT', summary: 'the port or service to connect to' },
];
const plain = (name: string, usage: string, summary: string): Manual => ({
  name,
  usage,
  summary,
  options: [],
  operands: ['other'],
});

/** All but that of telnet, which is read before the others have come. */
export const others: readonly Manual[] = [
  {
    name: 'nc',
    usage: 'nc [-C] [-v] [-N] [-z] HOST PORT | nc -l [-k] [-C] [-v] PORT',
    summary: 'Talk to a server in plain text; Enter sends LF, with -C CR LF.',
    options: [
      { flag: '-l', summary: 'be the server: wait for somebody to call' },
      { flag: '-k', summary: 'with -l: after one caller wait for the next' },
      { flag: '-p', value: 'PORT', summary: 'with -l: the port to answer at' },
      { flag: '-C', summary: 'send CR LF for Enter, not LF' },
      { flag: '-v', summary: 'say how connecting went' },
      { flag: '-N', summary: 'Ctrl-D tells the other side that nothing more will come' },
      { flag: '-z', summary: 'only see whether the port is open' },
      { flag: '-q', value: 'SECONDS', summary: 'leave so long after Ctrl-D' },
      { flag: '-w', value: 'SECONDS', summary: 'leave after so long a silence, once Ctrl-D was pressed' },
      { flag: '-4', summary: 'only IPv4' },
      { flag: '-6', summary: 'only IPv6' },
      { flag: '-n', summary: 'ask for no names' },
    ],
    operands: ['host', 'port'],
  },
  {
    name: 'openssl s_client',
    usage: 'openssl s_client -connect HOST:PORT [-starttls PROTOCOL] [-crlf] [-quiet]',
    summary: 'Talk to a server inside TLS.',
    options: S_CLIENT,
    operands: ['host:port'],
  },
  {
    name: 'gnutls-cli',
    usage: 'gnutls-cli [--crlf] [--starttls | --starttls-proto=PROTOCOL] [-p PORT] HOST',
    summary: 'Talk to a server inside TLS; with --starttls plainly until Ctrl-D.',
    options: GNUTLS_CLI,
    operands: ['host'],
  },
  {
    name: 'openssl md5',
    usage: 'openssl md5 [-r]',
    summary: 'Digest what comes in (RFC 1321).',
    options: [{ flag: '-r', summary: 'print as md5sum does' }],
    operands: [],
  },
  {
    name: 'openssl dgst',
    usage: 'openssl dgst [-md5|-sha1|-sha256] [-r] [-binary]',
    summary: 'Digest what comes in.',
    options: [
      { flag: '-md5', summary: 'RFC 1321' },
      { flag: '-sha1', summary: 'RFC 3174' },
      { flag: '-sha256', summary: 'RFC 6234; unless another is named' },
      { flag: '-r', summary: 'print as md5sum does' },
      { flag: '-binary', summary: 'print the octets themselves' },
    ],
    operands: [],
  },
  {
    name: 'dig',
    usage: 'dig [@SERVER] [TYPE] NAME [+short] [-x ADDRESS]',
    summary: 'Ask the DNS, and see the whole answer; without a type, for the IPv4 address.',
    options: [
      { flag: '+short', summary: 'only what was asked for' },
      { flag: '-x', value: 'ADDRESS', summary: 'the name of an address' },
      { flag: '-t', value: 'TYPE', summary: 'the type of record' },
      { flag: '-q', value: 'NAME', summary: 'the name, where it could be taken for a type' },
      { flag: '+noall', summary: 'print nothing but what is named after it: +answer +comments +stats' },
      { flag: '+answer', summary: 'print the records' },
      { flag: '+tries=1', summary: 'ask so often where nobody answers; else three times' },
    ],
    operands: ['question', 'question', 'question'],
  },
  {
    name: 'host',
    usage: 'host [-t TYPE] NAME [SERVER]',
    summary: 'Ask the DNS where a name is and who takes its mail; of an address, its name.',
    options: [{ flag: '-t', value: 'TYPE', summary: 'the type of record' }],
    operands: ['name', 'name'],
  },
  {
    name: 'nslookup',
    usage: 'nslookup [-type=TYPE] NAME [SERVER]',
    summary: 'Ask the DNS; of an address, its name.',
    options: [{ flag: '-type=MX', summary: 'the type of record, here or another' }],
    operands: ['name', 'name'],
  },
  plain('md5sum', 'md5sum', 'Digest what comes in (RFC 1321).'),
  {
    name: 'base64',
    usage: 'base64 [-d] [-i] [-w COLUMNS]',
    summary: 'Write what comes in as base64 (RFC 4648), or with -d read it.',
    options: [
      { flag: '-d', summary: 'decode' },
      { flag: '-i', summary: 'when decoding, skip what is not base64' },
      { flag: '-w', value: 'COLUMNS', summary: 'break lines there; 0: never' },
    ],
    operands: [],
  },
  plain('printf', 'printf FORMAT [ARGUMENT]...', 'Write exactly these octets: \\0 \\n \\x41 %s.'),
  plain('echo', 'echo [-n] [-e] [TEXT]...', 'Write this text and a line end.'),
  plain('hosts', 'hosts', 'The machines one can reach from here, and their services.'),
  {
    ...plain(
      'token',
      'token USER',
      'Get a bearer token to log in with by AUTH OAUTHBEARER (RFC 7628); it is good for an hour.',
    ),
    operands: ['user'],
  },
  plain('sleep', 'sleep NUMBER[s|m|h|d]...', 'Let virtual time pass.'),
  plain('date', 'date', 'The time in this world.'),
  plain('whoami', 'whoami', 'Who sits here.'),
  plain('hostname', 'hostname', 'The name of this machine.'),
  plain('history', 'history', 'What this shell was told.'),
  plain('clear', 'clear', 'Clear the screen.'),
  {
    ...plain('help', 'help [COMMAND|PROTOCOL|VERB]', 'This list, or what one of them means.'),
    operands: ['verb'],
  },
  plain('undo', 'undo', 'Take the last line back: the world is as it was before.'),
  plain('redo', 'redo', 'Do again what was undone.'),
  plain('bookmark', 'bookmark [1-9]', 'Mark this moment, to come back to.'),
  plain('goto', 'goto 1-9|start|end|event NUMBER', 'To a bookmark, or to that moment.'),
  plain('hint', 'hint', 'In a lesson: the next hint for the goal to reach now.'),
];

/** What `help` tells of a command. */
export const page = ({ usage, summary, options }: Manual): readonly string[] => [
  usage,
  `  ${summary}`,
  ...optionRows(options),
];
/** --help, where a tool has it. */
export const helpOf = (name: string): string =>
  others
    .filter((it) => it.name === name)
    .flatMap(page)
    .map((row) => `${row}\n`)
    .join('');

export const optionRows = (options: readonly Option[]): readonly string[] =>
  options.map(
    ({ flag, value, summary }) =>
      ` ${(value === undefined ? flag : `${flag} ${value}`).padEnd(22)} ${summary}`,
  );
