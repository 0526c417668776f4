// After the first visit the page opens without a network: a service worker keeps all of it.
import { policy } from './trusted.ts';

/** Only what is built has one, and a file that is opened from a disk needs none. */
export async function keepForOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !location.protocol.startsWith('http'))
    return;
  await navigator.serviceWorker.register(policy?.createScriptURL('') ?? 'sw.js');
}
