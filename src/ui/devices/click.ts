import { click as clicked } from '../../app/device.ts';
import type { Deed } from '../../core/base/device.ts';
import { showBeside } from '../console/beside.ts';

/** Somebody clicks, and what that says is brought to light. */
export function click(host: string, deed: Deed): void {
  clicked(host, deed);
  if (deed.does !== 'set') showBeside(host);
}
