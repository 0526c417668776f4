// Two consoles, two connections: what is said and done of one is not said and done of the other.
import { beforeEach, expect, test } from 'vitest';
import {
  cut,
  engine,
  focusConsole,
  openConsole,
  sceneNow,
  setReduced,
  type,
} from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { attach } from '../../../src/app/sessions.ts';
import { en } from '../../../src/ui/messages/en.ts';
import { caption } from '../../../src/ui/network/caption.ts';
import { cableOf } from '../../../src/ui/timeline/cable.ts';
import { TLS } from './session.ts';

const ME = 'you@client';
let laptop = '';
beforeEach(() => {
  engine.setState({ lab: undefined, waiting: [], attic: [] });
  attach(lab, undefined);
  setReduced(true);
  focusConsole(ME);
  type(ME, 'telnet mx1.example.com 25');
  laptop = openConsole('bob-laptop.example.net');
  type(laptop, TLS);
});
const cable = (): string => cableOf(engine.getState())?.b.host ?? '';

test('the cable that is cut is that of the console in focus', () => {
  expect(cable()).toBe('pop.example.com');
  focusConsole(ME);
  expect(cable()).toBe('mx1.example.com');
  cut(cableOf(engine.getState())?.id ?? 0);
  expect(sceneNow(engine.getState())?.conns.map(({ to, phase }) => [to, phase])).toEqual([
    ['mx1.example.com', 'reset'],
    ['pop.example.com', 'open'],
  ]);
});
test('where it has none, of the latest that is open; where nobody has, none', () => {
  focusConsole(openConsole('client.example.net'));
  expect(cable()).toBe('pop.example.com');
  cut(cableOf(engine.getState())?.id ?? 0);
  expect(cable()).toBe('mx1.example.com');
  cut(cableOf(engine.getState())?.id ?? 0);
  expect(cable()).toBe('');
});
test('the network says what is seen of the words that it shows', () => {
  const scene = sceneNow(engine.getState());
  const [plain, sealed] = scene?.conns.map(({ id }) => id) ?? [];
  const said = (conn: number | undefined) =>
    scene && caption(scene, en, conn === undefined ? conn : { conn });
  expect([said(plain), said(sealed), said(undefined)]).toEqual([
    en.network.plain,
    en.network.sealed,
    en.network.plain,
  ]);
});
