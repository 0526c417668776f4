// What else one can run at a prompt.
import { FILTERS } from '../agents/console/filters.ts';
import { MANUALS } from '../agents/console/manual.ts';
import { others } from '../agents/console/manuals.ts';
import { install } from '../agents/console/programs.ts';
import { COMMANDS } from '../agents/console/shell.ts';
import { clear, date, history, hostname, hosts, whoami } from '../agents/console/tools/about.ts';
import { base64 } from '../agents/console/tools/base64.ts';
import { dig, startDig } from '../agents/console/tools/dig.ts';
import { md5sum, opensslDgst, opensslMd5 } from '../agents/console/tools/digests.ts';
import { echo } from '../agents/console/tools/echo.ts';
import { filtering } from '../agents/console/tools/filtering.ts';
import { gnutlsCli, startGnutlsCli } from '../agents/console/tools/gnutls-cli.ts';
import { host, startHost } from '../agents/console/tools/host.ts';
import { nc, startNc } from '../agents/console/tools/nc.ts';
import { nslookup, startNslookup } from '../agents/console/tools/nslookup.ts';
import { startSClient } from '../agents/console/tools/openssl.ts';
import { printf } from '../agents/console/tools/printf.ts';
import { sClient } from '../agents/console/tools/s_client.ts';
import { sleep, startSleep } from '../agents/console/tools/sleep.ts';
import { startToken, token } from '../agents/console/tools/token.ts';

install('nc', nc);
install('s_client', sClient);
install('gnutls-cli', gnutlsCli);
install('sleep', sleep);
install('token', token);
install('dig', dig);
install('host', host);
install('nslookup', nslookup);
install('filter', filtering);

COMMANDS.put('nc', startNc);
COMMANDS.put('openssl s_client', startSClient);
COMMANDS.put('gnutls-cli', startGnutlsCli);
COMMANDS.put('sleep', startSleep);
COMMANDS.put('token', startToken);
COMMANDS.put('dig', startDig);
COMMANDS.put('host', startHost);
COMMANDS.put('nslookup', startNslookup);

FILTERS.put('printf', printf);
FILTERS.put('echo', echo);
FILTERS.put('base64', base64);
FILTERS.put('md5sum', md5sum);
FILTERS.put('openssl md5', opensslMd5);
FILTERS.put('openssl dgst', opensslDgst);
FILTERS.put('hosts', hosts);
FILTERS.put('history', history);
FILTERS.put('clear', clear);
FILTERS.put('date', date);
FILTERS.put('whoami', whoami);
FILTERS.put('hostname', hostname);

for (const manual of others) MANUALS.put(manual.name, manual);
