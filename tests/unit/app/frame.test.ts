// When the page hears of what has happened: of a leap through time with the frame that shows it, of everything else at once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { back, engine, FIRST_CONSOLE, forward, seek, setReduced, type } from '../../../src/app/engine.ts';
import { drawnEngine, withFrame } from '../../../src/app/frame.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';

const frames: (() => void)[] = [];
const frame = async (): Promise<void> => {
  await Promise.resolve(); // it is asked for when everybody has heard
  for (const run of frames.splice(0)) run();
};
const page = { hidden: false };
let heard: string[] = [];
let forget = (): void => undefined;
/** What React does: it hears, and draws soon after. */
const draws = (then = (): void => undefined): void => {
  forget = drawnEngine.subscribe(({ time }) => {
    queueMicrotask(() => {
      heard.push(`drawn at ${time}`);
      then();
    });
  });
};

beforeEach(() => {
  vi.stubGlobal('document', page);
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
  type(FIRST_CONSOLE, 'telnet pop.example.com 110');
  type(FIRST_CONSOLE, 'CAPA');
  heard = [];
});
afterEach(() => {
  forget();
  page.hidden = false;
  vi.unstubAllGlobals();
});

test('leaps within a frame are drawn once, where the last of them led', async () => {
  draws();
  back();
  back();
  seek(3);
  await Promise.resolve();
  expect(heard).toEqual([]);
  await frame();
  expect(heard).toEqual(['drawn at 3']);
});

test('what has happened is heard at once, and with it the leap before it', async () => {
  draws();
  seek(3);
  const { total } = engine.getState().schedule;
  type(FIRST_CONSOLE, 'QUIT');
  await Promise.resolve();
  expect(heard.length).toBeGreaterThan(0);
  expect(engine.getState().schedule.total).not.toBe(total);
  heard = [];
  await frame();
  expect(heard).toEqual([]);
});

test('a tab that nobody sees has no frames, and is as up to date', async () => {
  draws();
  page.hidden = true;
  seek(3);
  await Promise.resolve();
  expect(heard).toEqual(['drawn at 3']);
});

test('what reads positions comes after everything in that frame, unless it is called off', async () => {
  draws(() => {
    withFrame(() => heard.push('scrolled'));
    withFrame(() => heard.push('called off'))();
  });
  back();
  await frame();
  forward();
  await frame();
  expect(heard.map((it) => it.replace(/ at .*/, ''))).toEqual(['drawn', 'scrolled', 'drawn', 'scrolled']);
});

test('where no frame is being drawn, it comes with the next', async () => {
  withFrame(() => heard.push('scrolled'));
  expect(heard).toEqual([]);
  await frame();
  expect(heard).toEqual(['scrolled']);
});
