import type { Catalogues } from '../catalogues.ts';
import { grouped } from '../grouped.ts';

export const paper: Catalogues['paper'] = {
  frame: '信在邮件程序里的样子',
  plain: '纯文本，已解码。',
  html: 'HTML 在自己的一张纸上：里面什么也不运行，不为它取任何东西，链接也不通向任何地方。',
  cut: '这里只是开头：其余部分在“字节”里。',
  nothing: '这封信里没有邮件程序会显示的文字。',
  away: (alt, from) => (alt === '' ? `图片未获取：${from}` : `${alt}（图片未获取：${from}）`),
  pictures: (count) =>
    `${grouped(count)} 张图片在别处，没有获取：否则保管它的人会知道您读了这封信，以及何时读的。`,
  leftOut: '去掉了：',
  printed: {
    title: (world) => `Mailwire：${world}`,
    moment: (clock) => `时刻 ${clock}`,
    empty: '还没有输入任何内容：打印出来的会话会逐行列在这里。',
    handout: '课堂上另有一份逐条编号的讲义，可带应答，也可不带：“放映”里的“可打印的讲义”。',
    transcript: '会话记录',
    sequence: '时序',
  },
};
