import { pop3 } from '../protocols/pop3/protocol.ts';
import { speak } from './speak.ts';

speak(pop3);
