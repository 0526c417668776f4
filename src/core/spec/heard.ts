// A line before its arguments are read: whose it is, and where they stand.
export interface Heard {
  readonly tag: string;
  readonly verb: string;
  /** Where the arguments begin. */
  readonly rest: number;
  /** Where they end, when what stands behind is no argument; absent: with the line. */
  readonly end?: number;
  /** No command may look like this: it is not looked up. */
  readonly bad?: 'badLine' | 'tooLong';
}
