import type { Scene, SceneFlight } from '../../core/trace/scene-types.ts';
import type { Messages } from '../messages/en.ts';

/** What anybody between the two would learn: where words are shown on their way, between those two. */
export function caption(
  scene: Scene,
  { network }: Pick<Messages, 'network'>,
  shown: Pick<SceneFlight, 'conn'> | undefined,
): string {
  const open = scene.conns.filter((c) => c.phase === 'open' || c.phase === 'closing');
  if (open.length === 0) return network.quiet;
  const meant = open.filter((c) => c.id === shown?.conn);
  return (meant.length > 0 ? meant : open).every((c) => c.secure) ? network.sealed : network.plain;
}
