import { devicesWords } from '../messages/devices.ts';
import { part } from '../messages/part.ts';

export const words = part(devicesWords, 'devices');
