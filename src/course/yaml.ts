// YAML inside Markdown, checked against a schema, with every complaint at its line and column.
import { getDotPath, safeParse, type BaseIssue, type GenericSchema } from 'valibot';
import type { VFile } from 'vfile';
import { LineCounter, parseDocument, type Document } from 'yaml';

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
}
/** Undefined: the file has been told what is wrong. */
export function readBlock<T>(
  file: VFile,
  text: string,
  origin: Origin,
  schema: GenericSchema<unknown, T>,
): Block<T> | undefined {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const pointAt = (offset: number): Point => {
    const { line, col } = lines.linePos(offset);
    return { line: origin.line + line - 1, column: origin.column + col - 1 };
  };
  const complainAt = (offset: number, message: string, ruleId: string): void => {
    const place = pointAt(offset);
    file.message(message, { place, ruleId, source: 'lesson' }).fatal = true;
  };
  for (const { pos, message } of doc.errors) complainAt(pos[0], message, 'yaml');
  if (doc.errors.length > 0) return undefined;
  const complain = (path: Path, message: string): void => complainAt(offsetOf(doc, path), message, 'name');
  const result = safeParse(schema, doc.toJS());
  if (result.success) return { value: result.output, complain, at: (path) => pointAt(offsetOf(doc, path)) };
  for (const issue of result.issues) complainAt(offsetOf(doc, pathOf(issue)), sentence(issue), 'schema');
  return undefined;
}
const pathOf = (issue: BaseIssue<unknown>): readonly (string | number)[] =>
  (issue.path ?? []).flatMap(({ key }) => (typeof key === 'string' || typeof key === 'number' ? [key] : []));
function sentence(issue: BaseIssue<unknown>): string {
  const where = getDotPath(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never') return `${where} is no key of this block`;
  if (issue.input === undefined) return `${where} is missing`;
  return where === null ? issue.message : `${where}: ${issue.message}`;
}
/** Of the deepest part of the path that is there. */
function offsetOf(doc: Document.Parsed, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = doc.getIn(path.slice(0, depth), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return doc.range[0];
}
