// The worlds lessons may be set in: all there are.
export { worldNamed } from '../core/scenario/catalogue/worlds.ts';
