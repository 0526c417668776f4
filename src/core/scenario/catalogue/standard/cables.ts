// How far the machines are from each other.
import type { Cable, CableBetween, Scenario } from '../../scenario.ts';

/** Between any two machines that `cables` does not name. */
export const cable: Cable = { latency: 20, segment: 1460, loss: 0 };
/** Somebody in the café reads along; somebody before strip.test takes TLS away from whoever brings mail. */
export const middleboxes: NonNullable<Scenario['middleboxes']> = {
  'bob-laptop.example.net': { log: true, strip: [], inject: null },
  'strip.test': { log: true, strip: ['STARTTLS'], inject: null },
};
/** The café's wireless network is a little slower. */
export const cables: readonly CableBetween[] = [
  { between: ['bob-laptop.example.net', 'pop.example.com'], ...cable, latency: 35 },
];
