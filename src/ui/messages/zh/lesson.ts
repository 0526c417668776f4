// 课程的用语，以及目标为何尚未达成。课程正文是英文，页面会说明这一点。
import type { Catalogues } from '../catalogues.ts';
import { slip } from './slips.ts';

type Late = Catalogues['late'];
export const lesson: Late['lesson'] = {
  tracks: '课程',
  inEnglish: '课程正文为英文，界面用语为中文。',
  intro: '每课一刻钟，结尾总有一件您亲手做成的事。',
  next: '接下来',
  begin: '开始',
  goOn: '继续',
  after: (lessons) => `在 ${lessons} 之后`,
  standing: { done: '已完成', begun: '已开始', open: '未开始', later: '前置课程尚未完成' },
  path: '最短路径',
  pathLeft: (done, of, minutes) =>
    `${done} / ${of}，还需 ${minutes < 90 ? `${minutes} 分钟` : `${Math.round(minutes / 30) / 2} 小时`}`,
  pathDone: '全部完成',
  yours: '您的进度',
  stays: '只保存在这个浏览器里，别人看不到。',
  export: '保存为文件',
  import: '从文件导入',
  imported: '已导入，与您原有的合在一起。两者不同之处，以走得更远的一份为准。',
  notImported: (file, refusal) => {
    if (refusal.why === 'other') return `${file} 不是进度文件。`;
    if (refusal.why === 'large') return `${file} 太大，不会是进度文件。没有任何更改。`;
    if (refusal.why === 'key') return `未接受 ${file}：不能有 ${refusal.path}。没有任何更改。`;
    return refusal.why === 'version'
      ? `${file} 的版本是 ${refusal.version}，这里无法读取。没有任何更改。`
      : `未接受 ${file}：${refusal.path} 不能是 ${refusal.value}。没有任何更改。`;
  },
  wipe: '清除',
  wipeAsk: '您在课程里做过的一切都会从这个浏览器中清除。',
  wiped: '已清除。',
  guessFirst: '先猜：预测在前，解释在后',
  teaching: '显示教师备注',
  own: '自己的课程',
  dropHere: '把课程文件拖到这里，或选择一个',
  dropOwn: (title) => `移除“${title}”`,
  checking: (file) => `正在把 ${file} 从头到尾演练一遍。`,
  taken: (title) => `“${title}”已加入。`,
  refused: (file) => `未接受 ${file}：`,
  slip,
  place: (line, column) => `${line}:${column}`,
  minutes: (count) => `${count} 分钟`,
  goals: '目标',
  met: '已达成',
  open: '未达成',
  why: '为什么还没有',
  notYet: (why) => `还没有。${why}`,
  predict: '预测',
  answered: '您的预测',
  replay: '做成时发生了什么',
  right: '正是如此。',
  wrong: '不是这样。',
  rfc: '出处',
  acts: '其他人',
  hint: (nth, of) => `提示 ${nth} / ${of}`,
  more: '再说一点',
  nudge: '一个想法',
  dismiss: '知道了',
  begins: (words) => `下一行以 ${words} 开头`,
  beginsElsewhere: (console, words) => `在 ${console}，下一行以 ${words} 开头`,
  clicks: (does, on) => `接下来，在 ${on} 上：${does}`,
  presses: (title) => `接下来，按“${title}”`,
  showMe: '演示',
  quiz: '小测',
  check: '核对',
  gap: (nth, of) => `空 ${nth} / ${of}`,
  transcript: '一段会话',
  voice: { shell: '提示符：', client: '客户端：', server: '服务器：', tool: '程序：' },
  noMail: (domain) => `没有谁负责收 ${domain} 的邮件。`,
  goesTo: (domain, hosts) => `${domain} 的邮件先送 ${hosts.join('，再送 ')}。`,
  answers: (name, type, values) =>
    values.length === 0
      ? `${name} 没有 ${type} 类型的记录。`
      : `向 ${name} 查询 ${type}，得到 ${values.join(' 和 ')}。`,
  spf: (domain, from, result) => `从 ${from} 以 ${domain} 名义发来的邮件：SPF 结果为 ${result}。`,
  done: '所有目标都已达成。',
  nextLesson: '下一课',
  guess: '先猜；然后再显示要做什么。',
  notes: '给教师',
  projected: (minutes) => `课堂用时 ${minutes} 分钟`,
  askThem: '提问',
  board: '板书',
  watchFor: '留意',
  needs: '前置课程',
  back: '全部课程',
  afresh: '重新开始这一课',
  wipeYes: '清除',
  wipeNo: '保留',
  missing: '没有这一课。',
  loading: '课程正在到来。',
  jump: (nth, title) => `到第 ${nth} 步的开头：${title}`,
  jumpKeys: '在课程中：到某一步的开头',
  prepared: (title) => `备好的：${title}`,
  progress: (met, of) => `${met} / ${of}`,
};

const boxed = (mailbox: string): string => (mailbox === '*' ? '任何邮箱' : mailbox);
/** 没有命令也会发生在会话上的事。 */
const happenings: Readonly<Record<string, string>> = {
  opened: '问候',
  secured: ' TLS 握手',
  closed: '连接中断',
  content: '完整的信',
  changed: '打开的邮箱的新情况',
  response: '分两步的登录',
  done: ' DONE ',
  idle: '超时',
};
const among = (on: string, by: string): string => {
  if (on !== '' && by !== '') return `${by} 与 ${on} 之间`;
  return on !== '' ? `在 ${on} ` : by && `在 ${by} 的会话里`;
};
export const reasons: Late['reasons'] = {
  outcome: ({ protocol, trigger, outcome, on, by, when, last }) => {
    if (protocol.endsWith('-client')) return '还没有客户端走到这一步。';
    const happening = happenings[trigger];
    const one = happening ?? (trigger === '*' ? '这样的一行' : ` ${trigger} `);
    if (last?.elsewhere === false && trigger !== '*')
      return `上一次${one}没有做到${last.when && `：${last.when}`}。`;
    if (last && !happening && trigger !== '*') return `${trigger} 成功了；现在请按这一步的要求来说。`;
    const then = outcome === '*' || happening ? '' : when && `（${when}）`;
    return `${among(on, by)}还没有过${one.trimEnd()}${then}。`;
  },
  reply: ({ to, status, code }) =>
    `${to} 还没有得到应答${[status, code && `[${code}]`]
      .filter(Boolean)
      .map((it) => ` ${it}`)
      .join('')}。`,
  sent: ({ verb }) => (verb === '' ? '还没有发送过它。' : `还没有发送过 ${verb}。`),
  written: () => '还没有写过这样的一行。',
  never: () => '发生了这里不该发生的事。请回到它之前再试。',
  stored: ({ mailbox, wanted, found, like }) =>
    wanted < 0
      ? `${boxed(mailbox)} 里还没有${like ? '这样的' : ''}信。`
      : `${boxed(mailbox)} 里应有 ${wanted} 封${like ? '这样的' : ''}信；现有 ${found} 封。`,
  absent: ({ mailbox, found }) => `${boxed(mailbox)} 里还有 ${found} 封这样的信。`,
  device: ({ on, wanted, found, like }) =>
    wanted < 0
      ? `${on} 上还没有${like ? '这样的' : ''}信。`
      : `${on} 上应有 ${wanted} 封${like ? '这样的' : ''}信；现有 ${found} 封。`,
  offDevice: ({ on, found }) => `${on} 上还有 ${found} 封这样的信。`,
  clicked: ({ does, on }) =>
    `还没有人${on === '' ? '' : `在 ${on} 上`}点过${does === '' ? '任何东西' : `“${does}”`}。`,
  queue: ({ comes, on }) => `${on === '' ? '任何队列' : ` ${on} 的队列`}里还没有邮件走到“${comes}”这一步。`,
  now: ({ wanted }) => `此刻没有会话处于“${wanted.title}”。`,
  dialled: ({ to, port }) => `还没有人连接过 ${to}${port === 0 ? '' : ` 的端口 ${port}`}。`,
  dns: ({ name, type }) =>
    name === '*'
      ? `还没有向 DNS 查询过${type === '' ? '任何东西' : ` ${type} 记录`}。`
      : `还没有向 DNS 查询过 ${name}${type === '' ? '' : `（${type}）`}。`,
  state: ({ protocol, wanted, now }) =>
    now ? `会话处于“${now.title}”；接下来要到“${wanted.title}”。` : `还没有开始过 ${protocol} 会话。`,
  tls: ({ host }) => (host === '*' ? '还没有连接受 TLS 保护。' : `到 ${host} 的连接还没有受 TLS 保护。`),
  leak: () => '线路上还没有看到那个秘密。',
  wire: () => '线路上还没有经过这样的内容。',
  cost: ({ of, limit, spent }) =>
    of === 'received'
      ? `收到了 ${spent} 个八位组；${limit} 个就够。`
      : `发送了 ${spent} 条命令；${limit} 条就够。`,
  answer: ({ given }) => (given ? '问题的回答还不对。' : '问题还没有回答。'),
  any: ({ of }, say) => of.map(say).join('或者：'),
  not: () => '有不该如此的事。请回到它之前再试。',
};
