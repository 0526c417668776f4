// There before anything is asked for.
import { console } from '../agents/console/console.ts';
import { MANUALS, TELNET } from '../agents/console/manual.ts';
import { install } from '../agents/console/programs.ts';
import { COMMANDS } from '../agents/console/shell.ts';
import { startTelnet, telnet } from '../agents/console/tools/telnet.ts';
import { MACHINES } from '../kernel/machines.ts';
import { smtp } from '../protocols/smtp/protocol.ts';
import { anyMachine } from '../spec/forget.ts';
import { speak } from './speak.ts';

MACHINES.put('console', anyMachine(console));
speak(smtp);
install('telnet', telnet);
COMMANDS.put('telnet', startTelnet);
MANUALS.put('telnet', TELNET);
