// 第一封信之后的三件事；少见的提示与提问；一行为何不会被接受。
import type { Catalogues } from '../catalogues.ts';

type Late = Catalogues['late'];
export const story: Late['story'] = {
  rewind: '倒带',
  cut: '在那个点处剪断网线',
  cutBranch: '在点处剪断',
  glasses: '窃听者的眼镜',
  whoHasIt: '那个点发出去了，随后网线断开，没有回音。现在信在谁手里？',
  you: '只在您手里',
  server: '只在服务器手里',
  both: '双方都有',
  bothHaveIt:
    '服务器说了 250，从那一刻起信就归它负责（5321 §6.1）。您没有听到：您的程序留着这封信，会再发一次。Bob 也许会收到两封（RFC 1047）。',
  right: '对。',
  wrong: '看看 bob 的邮箱，再看看您的屏幕。',
  on: '继续',
  label: '接下来',
};
export const notices: Late['notices'] = {
  elsewhere: 'Mailwire 已在另一个标签页中打开；在这里做的事不会保存。',
  startedOver: '重新开始，先前的内容已收起。',
  bringBack: '取回先前的内容',
  unknownPage: '这个地址没有内容。',
  toLab: '去实验室',
  undo: '撤销',
  corrupt: '这个浏览器保存的内容读不出来。它已被放在一边；您从头开始。',
  engine: (then) =>
    `这个浏览器保存的内容出自引擎 ${then}，已用现在的引擎重放：有些应答可能不同。书签仍在同一操作处。`,
};
export const ask: Late['ask'] = {
  all: (lines) => `发送 ${lines} 行？`,
  yes: '发送',
  no: '丢弃',
  keys: 'Enter 发送，Esc 丢弃。',
};
export const doubt: Late['doubt'] = {
  unknown: (verb) => `这台服务器不认识 ${verb}。您仍然可以发送。`,
  notOffered: (verb) => `这台服务器目前不提供 ${verb}。`,
  readable: (verb, secure) =>
    `途中任何人都能读到这里的登录信息，所以在 TLS 之前服务器不接受 ${verb}。请先：${secure}。`,
  notNow: (verb, state) => `现在不能用 ${verb}（${state}）。`,
  way: (verbs) => verbs.join('，然后 '),
  or: (a, b) => `${a}；或 ${b}`,
  before: (ways) => `请先：${ways}。`,
  secureFirst: (secure, ways) => `请先 ${secure}，否则途中任何人都能读到登录信息；然后 ${ways}。`,
  expected: (what) => `此处应为 ${what}。`,
};
