import { useEngine } from '../../app/useEngine.ts';

/** There is a session to look at: until then nobody can say what is in it and what is not. */
export const useArrived = (): boolean =>
  useEngine(({ lab, branches }) => lab !== undefined && branches.length > 0);
