// npm run bridge -- --scenario standard | blank [--domain NAME]… [--user NAME:PASSWORD]… [--offset 2000]: see USAGE.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { World } from '../core/kernel/world.ts';
import '../core/parts/all.ts';
import { openBridge, type Bridge } from './bridge.ts';
import { newAuthority } from './cert.ts';
import { doorsOf } from './doors.ts';
import { withKeys } from './keys.ts';
import { beginnings, type Start } from './scenarios.ts';
import { withSettings } from './settings.ts';

const USAGE = `Usage: npm run bridge -- --scenario NAME [options]
  --scenario NAME  the world to open: standard; many-messages, where alice has a hundred thousand; or blank, an empty
                   mail server for each domain
  --offset N       real port = standard port + N (2000)
  --domain NAME    blank: whose mail it keeps (those of --user, or example.com); standard: whose hosts come first where
                   several have the same port; may be repeated
  --user NAME:PASSWORD
                   blank: who has a mailbox, and logs in as NAME or as NAME@DOMAIN; NAME@DOMAIN:PASSWORD where there are
                   several domains; may be repeated
  --separator C    blank: what stands between the levels of a mailbox's name (/)
  --set HOST:SWITCH=VALUE
                   turn a switch of one server, as in pop.example.com:certificate=expired or
                   mx1.example.com:greylist=300; may be repeated
  --host ADDRESS   where to listen (127.0.0.1)
  --ca FILE        write the certificate to trust there, as PEM`;

interface Wishes {
  readonly world: World;
  readonly offset: number;
  readonly domains: readonly string[];
  readonly host: string;
  readonly ca: string | undefined;
}
function wishes(): Wishes {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', default: 'standard' },
      offset: { type: 'string', default: '2000' },
      domain: { type: 'string', multiple: true, default: [] },
      user: { type: 'string', multiple: true, default: [] },
      separator: { type: 'string' },
      set: { type: 'string', multiple: true, default: [] },
      host: { type: 'string', default: '127.0.0.1' },
      ca: { type: 'string' },
    },
  });
  const { scenario, host, ca, domain: domains, user: users, separator, set } = values;
  const begin: Start | undefined = Object.hasOwn(beginnings, scenario) ? beginnings[scenario] : undefined;
  if (!begin) throw new Error(`no scenario ${scenario}: there is ${Object.keys(beginnings).join(', ')}`);
  if (!/^\d{1,5}$/.test(values.offset)) throw new Error(`--offset wants a number, not ${values.offset}`);
  const world = withSettings(withKeys(begin({ domains, users, separator })), set);
  return { world, offset: Number(values.offset), domains, host, ca };
}
const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function show({ doors }: Bridge, address: string): void {
  const rows = [
    ['HOST', 'PORT', 'SPEAKS', 'TLS', 'LISTENS AT'],
    ...doors.map(({ host, port, machine, tls, at }) => [
      host,
      String(port),
      machine,
      tls === 'implicit' ? 'from the first octet' : 'when asked for',
      `${address.includes(':') ? `[${address}]` : address}:${at}`,
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** By a signal. A signal to npm reaches only the shell between it and us: then we notice that the shell is gone. */
function untilTold(stop: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
}
async function main(): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(USAGE);
    return;
  }
  const { world, offset, domains, host, ca } = wishes();
  const authority = newAuthority();
  const doors = doorsOf(world.hosts, offset, domains);
  if (ca !== undefined) writeFileSync(ca, authority.certificate);
  const bridge = await openBridge(world, doors, host, authority);
  untilTold(() => void bridge.close());
  show(bridge, host);
  for (const door of doors)
    if (!bridge.doors.some((open) => open.host === door.host && open.port === door.port))
      console.log(`${door.host}:${door.port} has no door: port ${door.at} is taken`);
  console.log('ready');
}
main().catch((error: unknown) => {
  console.error(`bridge: ${message(error)}\n\n${USAGE}`);
  process.exit(2);
});
