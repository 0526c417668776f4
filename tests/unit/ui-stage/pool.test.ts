// The rungs' elements: made once, told again whose row they are, and always in the order of their rows.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { poolIn, type Shown } from '../../../src/ui/sequence/pool.ts';

/** The few things of an element that a pool asks for. */
class FakeElement {
  readonly children: unknown[] = [];
  readonly attributes = new Map<string, string>();
  readonly style: Record<string, string> = {};
  readonly dataset: Record<string, string> = {};
  /** How often something was written to it. */
  written = 0;
  parent: FakeElement | undefined;
  append(...nodes: readonly unknown[]): void {
    for (const node of nodes) this.take(node, this.children.length);
  }
  prepend(node: unknown): void {
    this.take(node, 0);
  }
  remove(): void {
    this.parent?.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = undefined;
  }
  setAttribute(name: string, value: string): void {
    this.written++;
    this.attributes.set(name, value);
  }
  toggleAttribute(name: string, on: boolean): void {
    if (on) this.attributes.set(name, '');
    else this.attributes.delete(name);
  }
  private take(node: unknown, at: number): void {
    if (node instanceof FakeElement) {
      node.remove();
      node.parent = this;
    }
    this.children.splice(Math.min(at, this.children.length), 0, node);
  }
}
let made: FakeElement[] = [];
beforeEach(() => {
  made = [];
  vi.stubGlobal('document', {
    createElement: () => {
      const element = new FakeElement();
      made.push(element);
      return element;
    },
  });
  vi.stubGlobal(
    'Text',
    class {
      data = '';
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const rung = (n: number, more: Partial<Shown> = {}): Shown => ({
  id: `r-${n}`,
  event: String(n),
  label: `row ${n}`,
  nth: String(n + 1),
  of: '100',
  selected: 'false',
  looked: false,
  row: 'h-9',
  look: 'mono',
  clock: 'mono',
  inset: '0rem',
  time: `00.${n}`,
  note: '',
  wire: `NOOP ${n}`,
  folded: '',
  ...more,
});
const rungs = (from: number, to: number): readonly Shown[] =>
  Array.from({ length: to - from }, (_, i) => rung(from + i));
function newPool() {
  const list = new FakeElement();
  const clock = new FakeElement();
  const show = poolIn(list as unknown as HTMLElement, clock as unknown as HTMLElement);
  const events = (): readonly string[] =>
    list.children.map((it) => (it as FakeElement).attributes.get('data-event') ?? '');
  const times = (): readonly string[] =>
    clock.children.map((it) => ((it as FakeElement).children[0] as { readonly data: string }).data);
  return { list, clock, events, times, view: (from: number, to: number) => show(from, `${from}rem`, rungs(from, to)), show }; // prettier-ignore
}
const named = (from: number, to: number, text = ''): readonly string[] =>
  Array.from({ length: to - from }, (_, i) => `${text}${from + i}`);

test.each([
  ['on', 12, 22],
  ['back', 8, 18],
  ['by all of the view', 20, 30],
  ['far away', 70, 80],
  ['to fewer', 10, 14],
  ['on, and to fewer', 13, 17],
  ['to more', 10, 25],
  ['back, and to more', 4, 25],
  ['to none', 10, 10],
])('scrolled %s, rows and times are in order', (_, from, to) => {
  const { view, events, times, list, clock } = newPool();
  view(10, 20);
  view(from, to);
  expect(events()).toEqual(named(from, to));
  expect(times()).toEqual(named(from, to, '00.'));
  expect([list.style['top'], clock.style['top']]).toEqual([`${from}rem`, `${from}rem`]);
  view(10, 20);
  expect(events()).toEqual(named(10, 20));
  expect(times()).toEqual(named(10, 20, '00.'));
});
test('what stays in view keeps its elements, and nothing of them is written again', () => {
  const { view, list } = newPool();
  view(10, 20);
  const [, , ...kept] = list.children as FakeElement[];
  const before = kept.map(({ written }) => written);
  view(12, 22);
  expect(list.children.slice(0, 8)).toEqual(kept);
  expect(list.children.slice(0, 8).every((it, i) => it === kept[i])).toBe(true);
  expect(kept.map(({ written }) => written)).toEqual(before);
});
test('none is made anew while there are enough', () => {
  const { view } = newPool();
  view(0, 12);
  const { length } = made;
  for (const [from, to] of [[4, 16], [50, 62], [50, 53], [2, 14]] as const) view(from, to); // prettier-ignore
  expect(made).toHaveLength(length);
});
test('of a row that has changed that alone is written', () => {
  const { show, list } = newPool();
  show(0, '0rem', [rung(0), rung(1)]);
  const [first, second] = list.children as FakeElement[];
  const before = [first?.written, second?.written];
  show(0, '0rem', [rung(0, { selected: 'true', looked: true }), rung(1)]);
  expect([first?.written, second?.written]).toEqual([(before[0] ?? 0) + 1, before[1]]);
  expect(first?.attributes.get('aria-selected')).toBe('true');
  expect(first?.attributes.has('data-looked')).toBe(true);
});
