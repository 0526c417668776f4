/** Dense from 1 in each timeline; 0 stands for "no event". */
export type EventId = number;
/** Dense from 1 in each world; 0 stands for "no connection". */
export type ConnId = number;
/** A host's full name: `pop.example.com`. */
export type HostId = string;
/** A console's name, unique in its world: `you@client`. */
export type ConsoleId = string;
/** An RFC and its section: `1939#7`. */
export type Rfc = `${number}#${string}` | `${number}`;
