// What takes letters from one server to the next: not needed before one is handed in.
import { MACHINES } from '../kernel/machines.ts';
import { queue } from '../mta/queue.ts';
import { sending } from '../protocols/smtp/client/protocol.ts';
import { anyMachine } from '../spec/forget.ts';
import { speak } from './speak.ts';

MACHINES.put('queue', anyMachine(queue));
speak(sending, 'a');
