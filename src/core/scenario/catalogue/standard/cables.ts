// How far the machines are from each other.
import type { Cable, CableBetween, Scenario } from '../../scenario.ts';

/** Between any two machines that `cables` does not name. */
export const cable: Cable = { latency: 20, segment: 1460, loss: 0 };
/** The café's wireless network is a little slower. */
/** Somebody in the café reads along. */
export const middleboxes: NonNullable<Scenario['middleboxes']> = {
  'bob-laptop.example.net': { log: true, strip: [], inject: null },
};
export const cables: readonly CableBetween[] = [
  { between: ['bob-laptop.example.net', 'pop.example.com'], ...cable, latency: 35 },
];
