// Why something from outside is not opened; 'none': it is.
import { Unopened } from '../../../src/app/share/limits.ts';

export const faultOf = (deed: () => unknown): string => {
  try {
    deed();
    return 'none';
  } catch (error) {
    if (error instanceof Unopened) return error.fault;
    throw error;
  }
};
export const faultIn = async (coming: Promise<unknown>): Promise<string> =>
  coming.then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof Unopened) return error.fault;
      throw error;
    },
  );
