// 对比页的用语。其中服务器说的话是它们自己的。
import type { Catalogues } from '../catalogues.ts';

export const compare: Catalogues['compare'] = {
  crumb: '对比',
  title: 'SMTP、POP3 与 IMAP 并列对比',
  intro: '每个回答下面都是这里的服务器被问到时所说的话。',
  press: '按“演示”可以亲自去问。',
  aspects: {
    job: '用途',
    direction: '谁搬运什么',
    ports: '端口与 TLS',
    state: '状态在哪里',
    deletion: '删除',
    folders: '文件夹',
    flags: '标志',
    offline: '离线时',
    devices: '多台设备',
    push: '得知新邮件',
    sizes: '大小',
  },
  cells: {
    job: {
      smtp: '把信从一台机器交给下一台，直到最后一台说 250 并收下它。',
      pop3: '从一个邮箱里取信。',
      imap: '在留在服务器上的各邮箱里工作。',
    },
    direction: {
      smtp: '持信的一方呼叫并推送。凡是收信的服务器都会说 SMTP。',
      pop3: '读信的人呼叫并取走。它不能寄信：没有这样的命令。',
      imap: '读信的人呼叫，阅读、归档、搜索。它也不能寄信。',
    },
    ports: {
      smtp: '服务器之间总是 25。提交邮件：465 从一开始就在 TLS 内，587 以明文开始。',
      pop3: '995 在 TLS 内；110 以明文开始，可用 STLS 转换。',
      imap: '993 在 TLS 内；143 以明文开始，可用 STARTTLS 转换。',
    },
    state: {
      smtp: '在连接里：RSET、QUIT 以及 TLS 开始时，信封都会被忘掉。',
      pop3: '在会话里：RSET 取消标记，网线断了标记也就没了。',
      imap: '在邮箱里：标志留给下一次会话，也留给其他每个客户端。',
    },
    deletion: {
      smtp: '没有：已经收下的信叫不回来。',
      pop3: 'DELE 标记，QUIT 删除。RETR 从不删除任何东西。',
      imap: '\\Deleted 标记；EXPUNGE 删除并逐一告知，CLOSE 不声不响地删除。其后的序号会移动，UID 不会。',
    },
    folders: {
      smtp: '它只认收件人，不认文件夹。',
      pop3: '一个信箱，没有文件夹。',
      imap: '想要多少就有多少，在服务器上，每台设备看到的都一样。',
    },
    flags: {
      smtp: '没有。',
      pop3: '没有：是否读过，只有您的程序知道。',
      imap: '\\Seen、\\Answered、\\Flagged、\\Draft、\\Deleted，以及您自己的词。',
    },
    offline: {
      smtp: '发件人的服务器留着信，接连几天再来。',
      pop3: '全部取下，以后再读。UIDL 说明哪些是新的。',
      imap: '全部取下，以后再读，也可以以后再归档：UID 与 UIDVALIDITY 说明什么变了。',
    },
    devices: {
      smtp: '任意多台可以同时呼叫。',
      pop3: '一次一个会话：它锁住信箱。',
      imap: '任意多台同时，每台都会得知其他设备做了什么。',
    },
    push: {
      smtp: '呼叫本身就是消息：下一台服务器收到信时就知道了。',
      pop3: '没有：重新登录看一看。',
      imap: 'IDLE：信来时由服务器先开口。',
    },
    sizes: {
      smtp: 'SIZE 在发信之前说明大小：被拒绝只费一行。',
      pop3: 'LIST 说明大小，TOP 只取信头；否则要么全取，要么不取。',
      imap: '任意一部分，任意一段八位组。',
    },
  },
  claims: {
    port587: {
      said: 'SMTP 的默认端口是 587。',
      so: '是 25。587 用于登录后提交邮件，而 MX 记录不能指定端口。',
    },
    tls587: {
      said: '587 是加密端口。',
      so: '587 和 25 一样以明文开始；两者都能用 STARTTLS 转换。587 的特别之处在于登录。465 才是从第一个八位组起就在 TLS 内。',
    },
    secureVersion: {
      said: 'POP3S 和 IMAPS 是 POP3 和 IMAP 的加密版本。',
      so: '那是同一个协议，从第一个八位组起就在 TLS 内。RFC 8314 建议邮件程序这样使用它。',
    },
    sendReceive: {
      said: 'SMTP 发信，POP3 和 IMAP 收信。',
      so: '每台 MX 都用 SMTP 收信。POP3 和 IMAP 让人访问邮件早已投递到的邮箱。',
    },
    direct: {
      said: '您的程序把信交给收件人的服务器。',
      so: '它交给自己的服务器；后者查 MX、排队、转交：也许经过好几台，也许要到明天。',
    },
    delivered: {
      said: '250 表示已送达。',
      so: '那个点之后的 250 表示：现在归我负责。若无法送达，那台服务器欠发件人一份报告。',
    },
    popDeletes: {
      said: 'POP3 会删除它下载的邮件。',
      so: 'RETR 什么都不删。DELE 标记，QUIT 删除；说不说由程序决定。',
    },
    popDevice: {
      said: 'POP3 只适合一台设备。',
      so: 'UIDL 让几台设备分清各自见过什么；只是不能同时，也没人知道哪些读过。',
    },
    imapBetter: {
      said: 'IMAP 是更好的下载邮件的方法。',
      so: '它让人访问留在原处的邮箱：文件夹、标志、搜索、各部分。它不能寄信。',
    },
    imapDelete: {
      said: '在 IMAP 里删除的信就没了。',
      so: '它只是被标记，直到有人说 EXPUNGE，或者 CLOSE：后者删除所有已标记的信，却不说是哪些。MOVE 是后来才有的。',
    },
    sync: {
      said: 'IMAP 会自动保持一切同步。',
      so: '它提供手段：UID 和通知；活儿由程序来做。您寄出的信，除非程序或服务器来归档，否则没人归档。',
    },
    envelope: {
      said: 'To: 决定谁收到信。',
      so: '决定的是 RCPT TO。信头与信封可以写不同的人；密件抄送正是如此。',
    },
    base64: {
      said: 'AUTH 把密码加密后发送。',
      so: 'base64 只是一种写法。TLS 才能隐藏它，而且只到下一台服务器为止。',
    },
  },
  asking: '正在询问各服务器……',
  asked: '您：',
  elsewhere: '在另一个控制台：',
  said: '服务器：',
  showMe: '演示',
  showMeOf: (what, protocol) => `演示：${what}，${protocol}`,
  question: '问题',
  wrong: '常见说法，及其纠正',
  often: '常见说法：',
  so: '其实：',
  lesson: (id) => `第 ${id} 课`,
  rfc: (number, section) => (section === '' ? `RFC ${number}` : `RFC ${number} §${section}`),
};
