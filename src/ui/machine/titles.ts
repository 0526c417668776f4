/** A state as its protocol titles it. */
export const stateTitle = (_protocol: string, state: string): string => state;
