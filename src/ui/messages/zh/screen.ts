// 最先到来的用语：控制台自己的。
import type { Catalogues } from '../catalogues.ts';
import type { Translator } from '../language.ts';
import { grouped as n } from '../grouped.ts';

export const screen: Catalogues['screen'] = {
  input: (console) => `控制台 ${console}。先按 Esc 再按 Tab 离开。`,
  field: (console) => `输入给 ${console} 的一行`,
  folded: (octets) => `… 还有 ${n(octets)} 个八位组`,
  about: '亲手输入 SMTP、POP3 和 IMAP，看每一个八位组怎样传送，还能让时间倒流。',
  missing: '页面的一部分还没有到达。请继续输入：您的行会等着。',
  again: '重试',
  search: (query) => `(reverse-i-search)\`${query}': `,
};
/** 页面其余部分到来之前，只说这些。 */
export const translator: Translator = (name) => (name === 'screen' ? screen : undefined);
