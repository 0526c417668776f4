// Folders that a click names, and that are not there by then.
import { expect, it } from 'vitest';
import { deed, slipped, type Slip } from './slips.ts';

it.each<Slip>([
  [
    'which folder is looked at',
    deed('{on: bob-laptop.example.net, click: look, folder: Snet}'),
    'Snet',
    /no folder Snet on bob-laptop.example.net by then; there are Sent/,
  ],
  [
    'in which folder a letter lies',
    deed('{on: bob-laptop.example.net, click: read, letter: lantern, folder: Inbox}'),
    'Inbox',
    /no folder Inbox on bob-laptop.example.net by then; there are INBOX/,
  ],
  [
    'where a letter is moved to',
    deed('{on: bob-laptop.example.net, click: move, letter: lantern, to: Wrok}'),
    'Wrok',
    /no folder Wrok on bob-laptop.example.net by then; there are/,
  ],
  [
    'a move to nowhere',
    deed('{on: bob-laptop.example.net, click: move, letter: lantern}'),
    'move,',
    /which folder\? move needs one: to/,
  ],
  [
    'a folder that nobody can have',
    deed('{on: bob-laptop.example.net, click: make, folder: "a*b"}'),
    '"a*b"',
    /a folder cannot be called a\*b/,
  ],
  [
    'a folder that is there',
    deed('{on: bob-laptop.example.net, click: make, folder: Sent}'),
    'Sent}',
    /there is a folder Sent on bob-laptop.example.net by then/,
  ],
  [
    'a folder without a name',
    deed('{on: bob-laptop.example.net, click: make}'),
    'make}',
    /make needs one: folder/,
  ],
])('%s: %j', async (...slip) => {
  const { place, said } = await slipped(slip);
  expect(said).toMatch(slip[3]);
  expect(said.split(' ')[0]).toBe(place);
});
