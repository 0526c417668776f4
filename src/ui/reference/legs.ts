// Steps of a way: which lines may lead from one state of a session to another.

/** One step of a way: to this state of the session. */
export interface Leg {
  readonly to: string;
  /** Lines that may lead there, the usual ones first; which do is for the world to say. */
  readonly by: readonly (readonly string[])[];
  /** Only where it is the end: who goes on has it in the next leg. */
  readonly ends?: true;
}
/** `by`: a line, or several that belong together. */
export const leg = (to: string, ...by: readonly (string | readonly string[])[]): Leg => ({
  to,
  by: by.map((lines) => (typeof lines === 'string' ? [lines] : lines)),
});
export const withTls = (host: string, port: number): string =>
  `openssl s_client -quiet -crlf -connect ${host}:${port}`;
