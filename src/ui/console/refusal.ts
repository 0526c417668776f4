const REFUSAL = /^(?:-ERR\b|[45]\d\d[ -]|[^ *+]\S* (?:NO|BAD)\b|\* (?:BAD|BYE)\b)/;
/** Does a server's line say no? Each protocol has its way of it (RFC 1939 §3, 5321 §4.2.1, 9051 §7.1). */
export const saysNo = (line: string): boolean => REFUSAL.test(line);
