/** Why a line will not be obeyed, and what would come first. */
export const doubtMessages = {
  unknown: (verb: string) => `This server knows no ${verb}. You may send it all the same.`,
  notOffered: (verb: string) => `This server does not offer ${verb} here and now.`,
  readable: (verb: string, secure: string) =>
    `Anybody on the way could read a login here, so this server takes no ${verb} before TLS. First: ${secure}.`,
  notNow: (verb: string, state: string) => `${verb} is not legal now (${state}).`,
  way: (verbs: readonly string[]) => verbs.join(', then '),
  or: (a: string, b: string) => `${a}; or ${b}`,
  before: (ways: string) => `First: ${ways}.`,
  secureFirst: (secure: string, ways: string) =>
    `First: ${secure}, or anybody on the way could read the login; then ${ways}.`,
  expected: (what: string) => `Expected ${what}.`,
} as const;
