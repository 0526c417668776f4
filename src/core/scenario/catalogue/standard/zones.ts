// DNS beyond the hosts' own addresses.
import type { Scenario } from '../../scenario.ts';

export const zones: Scenario['zones'] = {};
