// What passes between two windows, validated before it is believed.
import * as v from 'valibot';
import type { Input } from '../core/kernel/world.ts';
import { markSchema } from './kept-marks.ts';
import { MOST_NOTES } from './notes.ts';
import { pollSchema } from './poll.ts';
import { inputSchema } from './restore.ts';

const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
const place = v.pipe(v.number(), v.integer(), v.minValue(-1));
const cursorSchema = v.strictObject({
  time: v.pipe(v.number(), v.minValue(0)),
  live: v.boolean(),
  playing: v.picklist(['no', 'forward', 'back']),
  speed: v.pipe(v.number(), v.minValue(0.1), v.maxValue(8)),
  /** The gate is on, and this reply was let through last; -1: none. */
  gate: v.exactOptional(place),
});
const rank = { since: v.number(), turn: natural, window: v.string() };
const heardSchema = v.record(v.string(), natural);
const noteSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('mark'), mark: markSchema, free: v.boolean() }),
  v.strictObject({ kind: v.literal('unmark'), mark: markSchema }),
  v.strictObject({ kind: v.literal('name'), branch: natural, name: v.pipe(v.string(), v.maxLength(200)) }),
]);
const deedSchema = v.strictObject({
  window: v.string(),
  nth: natural,
  clock: v.number(),
  lesson: v.string(),
  // a schema's optional keys may read `undefined`; an input simply has no such key
  inputs: v.pipe(
    v.array(inputSchema),
    v.transform((inputs) => JSON.parse(JSON.stringify(inputs)) as readonly Input[]),
  ),
  notes: v.exactOptional(v.pipe(v.array(noteSchema), v.maxLength(MOST_NOTES))),
});
const replica = {
  base: v.strictObject({ ...rank, holds: heardSchema, save: v.unknown() }),
  deeds: v.array(deedSchema),
};
export const replicaSchema = v.strictObject(replica);
export const messageSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('hello'), knows: v.boolean(), still: v.boolean() }),
  v.strictObject({ kind: v.literal('still'), still: v.boolean() }),
  v.strictObject({
    kind: v.literal('journal'),
    ...replica,
    /** Left out by whoever has just heard of another one: it may be old by the time it is back. */
    cursor: v.exactOptional(cursorSchema),
  }),
  v.strictObject({
    kind: v.literal('deed'),
    deed: deedSchema,
    known: v.strictObject({ ...rank, heard: heardSchema }),
    /** Left out where something was written beside the journal: that is no leap. */
    cursor: v.exactOptional(cursorSchema),
  }),
  v.strictObject({ kind: v.literal('cursor'), cursor: cursorSchema }),
  v.strictObject({ kind: v.literal('gaze'), event: place }),
  /** What the class is asked; null: nothing any more. */
  v.strictObject({ kind: v.literal('poll'), asked: v.nullable(pollSchema) }),
  v.strictObject({
    kind: v.literal('act'),
    act: v.picklist(['gate', 'ungate', 'let come', 'freeze', 'thaw']),
  }),
]);
export type Message = v.InferOutput<typeof messageSchema>;
export type Posted = v.InferInput<typeof messageSchema>;
export type Cursor = v.InferOutput<typeof cursorSchema>;
export type Act = Extract<Message, { kind: 'act' }>['act'];
