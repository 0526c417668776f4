import { keyword, no, token, type Grammar } from '../../../../src/core/spec/grammar.ts';
const MAILBOX =
  /[^\s<>@]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[^\]\s]+\])/;
const path = (name: string, also: string): Grammar<string> =>
  token(name, new RegExp(`<(?:${MAILBOX.source}|${also})>`, 'i'), (s) => s.slice(1, -1));
export const reversePath: Grammar<string> = path('reverse-path', '');
export const forwardPath: Grammar<string> = path('forward-path', 'postmaster');
export const domain: Grammar<string> = token('domain', /[^ \r\n]+/, (s) => s);
export const last: Grammar<true> = {
  usage: 'LAST',
  arguments: [],
  read: (c) => (keyword('LAST').read(c) === no ? no : true),
};
