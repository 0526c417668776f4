import { describe, expect, test } from 'vitest';
import { turnsOf } from '../../../src/ui/shell/turns.ts';

/** Panels that each show the moment they were last called at, and the frames between. */
function stage(panels: readonly string[]) {
  const frames: (() => void)[] = [];
  const shown: Record<string, number> = {};
  let now = 0;
  const turns = turnsOf<string>(
    (panel) => {
      shown[panel] = now;
    },
    (run) => frames.push(run),
  );
  return {
    turns,
    shown,
    leap: (to: number): void => {
      now = to;
      turns.wait(panels);
    },
    frame: () => frames.shift()?.(),
    asked: () => frames.length,
  };
}
describe('who may wait a frame', () => {
  test('one in each frame, and then no more are asked for', () => {
    const { leap, frame, shown, asked } = stage(['network', 'machine']);
    leap(7);
    expect(shown).toEqual({});
    frame();
    expect(shown).toEqual({ network: 7 });
    frame();
    expect(shown).toEqual({ network: 7, machine: 7 });
    expect(asked()).toBe(0);
  });
  test('the latest moment counts, and many leaps make no queue', () => {
    const { leap, frame, shown, asked } = stage(['network', 'machine']);
    for (let to = 1; to <= 50; to++) leap(to);
    expect(asked()).toBe(1);
    frame();
    frame();
    expect(shown).toEqual({ network: 50, machine: 50 });
    expect(asked()).toBe(0);
  });
  test('while time is dragged nobody waits for ever', () => {
    const { leap, frame, shown } = stage(['network', 'machine', 'guide']);
    for (let to = 1; to <= 6; to++) {
      leap(to);
      frame();
    }
    expect(shown).toEqual({ network: 4, machine: 5, guide: 6 });
  });
  test('all at once where nothing may wait; who has left is not called', () => {
    const { turns, leap, frame, shown, asked } = stage(['network', 'machine', 'guide']);
    leap(3);
    turns.leave('guide');
    expect(turns.waits('machine')).toBe(true);
    turns.all();
    expect(turns.waits('machine')).toBe(false);
    expect(shown).toEqual({ network: 3, machine: 3 });
    frame();
    expect(asked()).toBe(0);
  });
});
