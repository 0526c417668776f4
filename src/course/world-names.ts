// The names of the worlds one may begin in, for whoever shows them: what is in those worlds comes when one is entered.
export { WORLD_NAMES } from '../core/scenario/catalogue/names.ts';
