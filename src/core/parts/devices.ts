// Mail clients on laptops and phones: nobody has one before he asks for it.
import { keeper } from '../agents/device/keeper.ts';
import { MACHINES } from '../kernel/machines.ts';
import { browsing } from '../protocols/imap/client/protocol.ts';
import { collecting } from '../protocols/pop3/client/protocol.ts';
import { anyMachine } from '../spec/forget.ts';
import { speak } from './speak.ts';

MACHINES.put('device', anyMachine(keeper));
speak(collecting, 'a');
speak(browsing, 'a');
