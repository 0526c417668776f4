// YAML inside Markdown, checked against a schema, with every complaint at its line and column.
import { getDotPath, safeParse, type BaseIssue, type GenericSchema } from 'valibot';
import type { VFile } from 'vfile';
import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { tooDeepBracket } from './bounds.ts';

/** Where the block's text begins in the file, from 1. */
export interface Origin {
  readonly line: number;
  readonly column: number;
}
export type Point = Origin;
export type Path = readonly (string | number)[];
export interface Block<T> {
  readonly value: T;
  /** Where in the file this part stands. */
  readonly at: (path: Path) => Point;
  /** Complain about what stands at this path. */
  readonly complain: (path: Path, message: string) => void;
  /** The same of the last key of the path itself. */
  readonly complainOfKey: (path: Path, message: string) => void;
}
/** Undefined: the file has been told what is wrong. */
export function readBlock<T>(
  file: VFile,
  text: string,
  origin: Origin,
  schema: GenericSchema<unknown, T>,
): Block<T> | undefined {
  const lines = new LineCounter();
  const tooDeep = tooDeepBracket(text);
  // what would be too much for the parser is not given to it; its lines are counted all the same
  const doc = parseDocument(tooDeep < 0 ? text : text.slice(0, tooDeep).replaceAll(/[^\n]/g, ' '), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const pointAt = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: origin.line + line - 1, column: origin.column + col - 1 };
  };
  const complainAt = (offset: number, message: string, ruleId: string): void => {
    const place = pointAt(offset);
    file.message(message, { place, ruleId, source: 'lesson' }).fatal = true;
  };
  // what comes after the first one is what it has led to
  const [error] = [...doc.errors, ...doc.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (error) complainAt(error.pos[0], error.message, 'yaml');
  if (tooDeep >= 0) complainAt(tooDeep, 'this is nested too deeply', 'yaml');
  const aliases = tooDeep < 0 && !error ? aliasesIn(doc) : [];
  // one may stand for what it stands in, and a few of them for more than a memory holds
  for (const { source, at } of aliases)
    complainAt(at, `*${source}: write it out, aliases are not read`, 'yaml');
  if (error || tooDeep >= 0 || aliases.length > 0) return undefined;
  const complain = (path: Path, message: string): void => complainAt(offsetOf(doc, path), message, 'name');
  const complainOfKey = (path: Path, message: string): void =>
    complainAt(keyOffsetOf(doc, path), message, 'name');
  const result = safeParse(schema, doc.toJS());
  if (result.success)
    return { value: result.output, complain, complainOfKey, at: (path) => pointAt(offsetOf(doc, path)) };
  for (const issue of told(result.issues))
    complainAt((isUnknownKey(issue) ? keyOffsetOf : offsetOf)(doc, pathOf(issue)), sentence(issue), 'schema');
  return undefined;
}
function aliasesIn(doc: Document.Parsed): readonly { readonly source: string; readonly at: number }[] {
  const found: { readonly source: string; readonly at: number }[] = [];
  visit(doc, {
    Alias: (_key, { source, range }) => void found.push({ source, at: range?.[0] ?? 0 }),
  });
  return found;
}
const pathOf = (issue: BaseIssue<unknown>): readonly (string | number)[] =>
  (issue.path ?? []).flatMap(({ key }) => (typeof key === 'string' || typeof key === 'number' ? [key] : []));
/** Where a key is unknown, it is what the missing one was meant to be. */
function told(issues: readonly BaseIssue<unknown>[]): readonly BaseIssue<unknown>[] {
  const around = (issue: BaseIssue<unknown>): string => JSON.stringify(pathOf(issue).slice(0, -1));
  const unknown = new Set(issues.filter(isUnknownKey).map(around));
  return issues.filter(
    (issue) => isUnknownKey(issue) || issue.input !== undefined || !unknown.has(around(issue)),
  );
}
const isUnknownKey = ({ type, expected }: BaseIssue<unknown>): boolean =>
  type === 'strict_object' && expected === 'never';
function sentence(issue: BaseIssue<unknown>): string {
  const where = getDotPath(issue);
  if (isUnknownKey(issue)) return `${short(where)} ${issue.message}`;
  if (issue.input === undefined) return `${short(where)} is missing`;
  return where === null ? wanted(issue) : `${short(where)}: ${wanted(issue)}`;
}
const LONGEST_SHOWN = 100;
const short = (where: string | null): string => (where ?? '').slice(0, LONGEST_SHOWN);
const KINDS: Readonly<Record<string, string>> = {
  number: 'must be a number',
  boolean: 'must be true or false',
  array: 'must be a list',
  tuple: 'must be a list of two',
  record: 'must be keys and what they are',
};
/** YAML takes `5`, `true` and nothing at all for something else than text. */
function wanted({ kind, type, input, message }: BaseIssue<unknown>): string {
  if (kind === 'schema' && type === 'string') return `must be text${quoted(input)}`;
  return (kind === 'schema' ? KINDS[type] : undefined) ?? message;
}
function keyOffsetOf(doc: Document.Parsed, path: Path): number {
  const around: unknown = doc.getIn(path.slice(0, -1), true);
  const pair = isMap(around)
    ? around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
    : undefined;
  return (isScalar(pair?.key) ? pair.key.range?.[0] : undefined) ?? offsetOf(doc, path);
}
const quoted = (input: unknown): string =>
  typeof input === 'number' || typeof input === 'boolean' ? `: write "${input}"` : '';
/** Of the deepest part of the path that is there. */
function offsetOf(doc: Document.Parsed, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = doc.getIn(path.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return doc.range[0];
}
