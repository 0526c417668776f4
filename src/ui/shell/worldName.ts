import { messagesNow } from '../messages/useMessages.ts';

/** Of one that nobody knows any more, what it was kept by. */
export function worldName(world: string): string {
  const names: Readonly<Record<string, string>> = messagesNow().shell.worlds;
  return names[world] ?? world;
}
