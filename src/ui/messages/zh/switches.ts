// 每个旋钮的名字，以及转动它能学到什么。
import type { Catalogues } from '../catalogues.ts';

export const switches: Catalogues['world']['switch'] = {
  tls: { name: '密码之前先 TLS', teaches: '没有它，途中的人能读到登录信息。关：主机从没听说过 STARTTLS。' },
  clearLogin: { name: '明文登录', teaches: 'CRAM-MD5 和 SCRAM 不发送密码就能证明；PLAIN 则发送密码。' },
  mechanisms: { name: '登录机制', teaches: '客户端会选它会的最好的一种。拿掉强的，看看线路上经过什么。' },
  aheadOfTls: {
    name: 'TLS 之前收到的内容',
    teaches: 'TLS 之后还照办，中间的人就能塞进命令：2011 年许多服务器都有这个漏洞。',
  },
  tlsDown: { name: 'TLS 无法开始', teaches: '454：客户端必须在稍后、换一台、用明文之间选择。' },
  replyDelay: { name: '应答延迟，秒', teaches: '每条命令都要等。过早放弃的客户端永远送不出信。' },
  commandLf: {
    name: '单独的 LF 也算命令行尾',
    teaches: '行以 CR LF 结束。宽容的主机让您忘了这一点，直到遇见一台严格的。',
  },
  mail: { name: '究竟收不收信', teaches: '主机可以在问候里就拒绝所有人：521 或 554。' },
  greetingDelay: { name: '问候延迟，秒', teaches: '不等问候就开口的，多半是垃圾邮件程序。' },
  esmtp: { name: '认识 EHLO', teaches: '遇到 1993 年以前的服务器，客户端退回 HELO。' },
  capsHide: {
    name: '隐藏的扩展',
    teaches: '客户端只能用 EHLO 列出的。藏起 SIZE、PIPELINING 或 CHUNKING，看它如何适应。',
  },
  capsShow: {
    name: '这里提供的罕见扩展',
    teaches: 'DELIVERBY、FUTURERELEASE、MT-PRIORITY、REQUIRETLS、ETRN：看看它们各加了什么。',
  },
  eighthBit: {
    name: '第八位',
    teaches: '7 位主机会清掉它：带变音符的字母变成别的字母。8BITMIME 就是为此而生。',
  },
  lfTolerant: {
    name: 'LF . LF 结束信件',
    teaches: '两台服务器对信在哪里结束看法不一，第二封信就能偷运进来。',
  },
  looseSpace: { name: 'FROM: 和 TO: 后的空格', teaches: '语法里没有它。许多服务器接受，于是许多脚本都发。' },
  looseBrackets: { name: '不带 < > 的地址', teaches: '信封里的地址应带尖括号；有的服务器会自己补上。' },
  looseHello: { name: 'EHLO 后任意一词', teaches: '应当是您机器的名字。敢于坚持的服务器不多。' },
  maxSize: { name: '最大信件，八位组', teaches: '用 SIZE 声明：客户端不必发完十兆才听到拒绝。' },
  maxRecipients: { name: '每封信的收件人数', teaches: '第一百个之后是 452：其余的在第二个事务里发。' },
  leastBy: {
    name: 'DELIVERBY 最短，秒',
    teaches: 'DELIVERBY 承诺在限时内送达，否则退回。比这更短的不承诺。',
  },
  holdFor: { name: '最多扣留，秒', teaches: 'FUTURERELEASE 让信在服务器上等到它的时刻。' },
  maxTransactions: { name: '每个会话的信件数', teaches: '最后一封之后是 421：其余的另开会话。' },
  quota: {
    name: '邮箱大小，八位组',
    teaches: '满了的邮箱在 RCPT 或那个点时拒绝，发件方必须决定：等，还是放弃？',
  },
  overQuota: { name: '邮箱满时', teaches: '4xx 是请再来，5xx 是别再来。队列等不等，由第一位数字决定。' },
  diskFull: { name: '磁盘已满', teaches: '452：不是您的错，也不会永远如此。什么都不能丢。' },
  greylist: { name: '灰名单，秒', teaches: '陌生人第一次听到 450。真正的服务器会再来，垃圾邮件程序不会。' },
  greylistCode: { name: '灰名单的应答', teaches: '450 或 451：对客户端是一回事。' },
  reject: { name: '拒收的词', teaches: '在会话中过滤，是向发送方说不，别人就不会收到退信。' },
  unknownUser: {
    name: '给不存在的人的信',
    teaches: '收下它，退信就会寄给被冒名的发件人：反向散射（backscatter）。',
  },
  moved: { name: '迁走的人', teaches: '默默转发，用 251 告知，或用 551 拒绝：谁得知新地址？' },
  relay: { name: '为陌生人中继', teaches: '开放中继几小时内就会被垃圾邮件发送者找到。' },
  relayFor: { name: '为这些域中继', teaches: '备用 MX 代收不属于自己的域的信，再转交。' },
  relayFrom: { name: '为这些网络中继', teaches: '打印机不知道密码：只要没有别人用它的地址，凭地址就够了。' },
  relayCode: { name: '拒绝中继的代码', teaches: '550 是标准的，554 是 Postfix 的。客户端只看第一位数字。' },
  verify: { name: 'VRFY 和 EXPN', teaches: '开放时，谁有账户人人可查。所以多数服务器回答 252。' },
  authDown: {
    name: '用户目录故障',
    teaches: '454：密码也许是对的，但现在没人能断定。不要因此再次询问密码。',
  },
  authWeak: { name: '太弱、不能登录', teaches: '534：这个机制在这里不够好，换一个也许可以。' },
  imapRevisions: { name: 'IMAP 的版本', teaches: '只对用 ENABLE 要求的客户端说 rev2；多数仍说 rev1。' },
  imapExtensions: { name: 'IMAP 的扩展', teaches: '拿掉 IDLE、MOVE 或 UIDPLUS，看客户端没有它们要怎么做。' },
  imapLiterals: {
    name: '不经询问的字面量',
    teaches: '字面量通常要等服务器的 +。LITERAL- 让短的立刻走，LITERAL+ 让所有的立刻走。',
  },
  idleTimeout: { name: 'IMAP 的耐心，秒', teaches: '标准要求至少半小时。IDLE 中的客户端会在此之前说 DONE。' },
  uidValidityShift: {
    name: 'UIDVALIDITY 前移',
    teaches: 'UIDVALIDITY 一变，客户端记得的 UID 全部作废：从头再来。',
  },
  retryAfter: { name: '重试间隔，秒', teaches: '队列至少等半小时：频频敲门帮不了宕机的服务器。' },
  warnAfter: { name: '告知发件人，秒后', teaches: '信等了几小时，值得告诉发件人一声；还没有丢。' },
  giveUpAfter: { name: '放弃，秒后', teaches: '标准说四到五天。缩短它，看信退回来。' },
  sendTls: {
    name: '寄出时的 TLS',
    teaches: '机会性 TLS 有什么要什么，什么证书都行：途中的人仍可能读到一切。',
  },
  sendsAtOnce: { name: '同时寄出', teaches: '同时在途的信件数；其余的在队列里等。' },
  scanDelay: {
    name: '检查信件，秒',
    teaches: '250 的意思是：现在归我了。之后它会怎样、要多久，是另一回事。',
  },
  bareLf: {
    name: '寄出的信里单独的 LF',
    teaches: '原样转交时，有的服务器当它是行尾，有的不当：偷运信件就靠这个。',
  },
  srs: {
    name: '用 SRS 转发',
    teaches: '转发的信保留原发件人，SPF 就会失败。SRS 改写发件人，退信也找得回来。',
  },
  afterDot: {
    name: '对那个点的应答',
    teaches: '收下信却说得晚、从不说，或者挂断。客户端会再发一次：一封信变两封。',
  },
  dropAfter: {
    name: '几条命令后挂断',
    teaches: '没有 QUIT，没有 421：客户端必须知道断线前哪些已成定局，哪些没有。',
  },
  cutAfter: {
    name: '几个八位组后断线',
    teaches:
      '无论断在哪里，什么都不能丢。恰好断在点之后，就会有东西变成双份。TLS 按线路上的大小计算：握手、头部、标签都算在内。',
  },
  diskFullAfter: {
    name: '几封信后磁盘满',
    teaches: '本来好好的，突然就不行了：大白天的 452，和一个等待的队列。',
  },
  clockSkew: {
    name: '时钟快，秒',
    teaches: '负数表示慢。Received 各行就会在时间里倒退：请相信次序，不要相信钟点。',
  },
  certificate: {
    name: '证书',
    teaches: '过期、自签名、名字不符：openssl 会说出来，gnutls-cli 会挂断，而邮件服务器大多不在乎。',
  },
  dotBug: { name: '从没听说过双点', teaches: '单独成行的点让信提前结束，其后的内容被当成命令。' },
  popLockHeld: {
    name: 'maildrop 已锁定',
    teaches: '断了网的手机可能还握着锁：[IN-USE] 的意思是再试，不是密码错误。',
  },
  uidlRehash: {
    name: 'UIDL 重新编排',
    teaches: '换了软件之后所有名字都是新的，客户端会把已有的信再取一遍。',
  },
  seqBug: {
    name: '随时通报消失的信',
    teaches: 'FETCH 当中出现 EXPUNGE：客户端正数着，序号就移动了。找出服务器错在哪里。',
  },
  delimiter: {
    name: '名字的层级分隔符',
    teaches: '想当然用 / 的客户端会建出一个叫 a/b 的文件夹。用 LIST "" "" 问一问。',
  },
  autoFileSent: {
    name: '把寄出的信放进 Sent',
    teaches: '客户端也这样做就有两份副本。由谁归档并无成文规定；先看再做。',
  },
};
