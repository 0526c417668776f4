import { imap } from '../protocols/imap/protocol.ts';
import { speak } from './speak.ts';

speak(imap);
