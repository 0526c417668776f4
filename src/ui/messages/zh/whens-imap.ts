// 各结果发生的条件：IMAP 的，以及邮件客户端的。
export const imap: Readonly<Record<string, string>> = {
  'the client waits to be told to go on': '客户端在等“继续”',
  'the client does not wait, and need not': '客户端不等，也不必等',
  'more than this command may have': '超出这条命令允许的限度',
  'the client does not wait, and the literal is too long for that': '客户端不等，而字面量太长，不能这样',
  'the client does not wait, and this host wants it to': '客户端不等，而这台主机要它等',
  'a response came, and this host does not know SASL-IR': '带来了应答，而这台主机不认识 SASL-IR',
  'more than may be said': '超出可以说的限度',
  'there is none; the one that was open is closed all the same': '没有；原来打开的照样关闭',
  'a parameter is said that this host does not know, or QRESYNC that was not enabled':
    '用了这台主机不认识的参数，或未启用的 QRESYNC',
  'there was none, and there can be one': '此前没有，而且可以有',
  'the same, where OBJECTID is known': '同上，而且认识 OBJECTID',
  'the name has an empty level, a wildcard or letters that are not written as they should be':
    '名字里有空的层级、通配符，或写法不对的字母',
  'there is a mailbox of that name': '已有同名邮箱',
  'it is in a namespace that others share': '它在与他人共享的命名空间里',
  'there would be too many': '会太多',
  'a special use is wanted that cannot be had, or that nobody here has heard of':
    '要求的特殊用途无法提供，或这里从未听说过',
  'a special use is wanted, and this host does not know how to give one': '要求特殊用途，而这台主机不会',
  'there was one': '此前有',
  'it is INBOX': '它是 INBOX',
  'it is no mailbox, but others lie below it': '它不是邮箱，但下面有别的邮箱',
  'there is the one and not the other': '旧名存在，新名不存在',
  'the new name lies below the old one': '新名在旧名之下',
  'always, be there such a mailbox or not': '总是如此，无论有没有这个邮箱',
  'it was on it': '它在列表上',
  'it was not on it': '它不在列表上',
  'always, be there any or not': '总是如此，无论有没有',
  'an option is wanted that this host does not know': '要求的选项这台主机不认识',
  'RECURSIVEMATCH is the only selection': 'RECURSIVEMATCH 是唯一的选择条件',
  'there is such a mailbox': '有这个邮箱',
  'an item is wanted that this host does not know, or that revision 2 has dropped':
    '要求的项目这台主机不认识，或第 2 版已去掉',
  'nothing speaks against it; the code says which UID it has': '没有可反对之处；代码说明它的 UID',
  'the same, and this host does not know UIDPLUS': '同上，而这台主机不认识 UIDPLUS',
  'the literal is empty': '字面量是空的',
  'there is a new keyword among its flags, and no room for it': '标志中有新关键字，而没有位置给它',
  'several messages come at once without MULTIAPPEND, or a literal8 without BINARY':
    '没有 MULTIAPPEND 却一次来了几封，或没有 BINARY 却用了 literal8',
  'there is no such mailbox, but there could be': '没有这个邮箱，但可以有',
  'it would be more than the user may keep': '会超出用户的配额',
  'always; what is unknown, or on already, is not listed': '总是如此；不认识的和已启用的不列出',
  'there is such a root': '有这个配额根',
  'there is none, or it is somebody else’s': '没有，或是别人的',
  'a mailbox could be called so': '邮箱可以叫这个名字',
  'the postmaster says so': '邮局管理员这样说',
  'somebody else wants to, who does not get the postmaster’s mail':
    '想这样做的是别人，他不收邮局管理员的邮件',
  'a limit is wanted of something else': '要求限制的是别的东西',
  '$ is said, and this host does not know SEARCHRES': '说了 $，而这台主机不会 SEARCHRES',
  'there is something new in the mailbox that is open, and it may be told now':
    '打开的邮箱里有新情况，而且现在可以告知',
  'always; each message that goes is told of first': '总是如此；消失的每封信都先告知',
  'something has gone, and CONDSTORE or QRESYNC is on': '有信消失，而且 CONDSTORE 或 QRESYNC 已启用',
  'the mailbox was opened with EXAMINE': '邮箱是用 EXAMINE 打开的',
  'always; a UID nobody has is passed over': '总是如此；不存在的 UID 略过',
  'an item or a modifier is wanted that this host does not know, or that revision 2 has dropped':
    '要求的项目或修饰符这台主机不认识，或已被第二版去掉',
  'IMAP4rev2 was enabled': '已经启用了 IMAP4rev2',
  'more than 256 items are wanted, or the answer would be longer than 256 megabytes':
    '要的项超过 256 个，或者答复会超过 256 兆字节',
  'BINARY is wanted of a part whose transfer encoding is none that is known':
    '对传输编码未知的部分要求 BINARY',
  'VANISHED is said where it means nothing': '在没有意义的地方说了 VANISHED',
  'some were expunged by somebody else, and this client has not been told yet':
    '有几封被别人删除，而这个客户端尚未得知',
  'a number is beyond the last message': '有序号超出最后一封信',
  'always; the new ones are told unless .SILENT was said': '总是如此；除非说了 .SILENT，否则告知新的标志',
  'some have changed since the modification sequence that was named': '所说的修改序号之后有几封变了',
  'there is a new keyword among them, and no room for it': '其中有新关键字，而没有位置给它',
  'UNCHANGEDSINCE is said, and this host does not know CONDSTORE':
    '说了 UNCHANGEDSINCE，而这台主机不认识 CONDSTORE',
  'there are such messages; the code says which UIDs the copies have': '有这些信；代码说明副本的 UID',
  'there are, and this host does not know UIDPLUS': '有，而这台主机不认识 UIDPLUS',
  'both: some have changed since the modification sequence that was named, and others were expunged':
    '两者兼有：所说的修改序号之后有几封变了，另有几封已被删除',
  'nobody has these UIDs, or nothing was found': '没有这些 UID，或什么也没找到',
  'always: to find nothing is no failure': '总是如此：找不到不算失败',
  'the texts are in a charset that is not known here': '文字的字符集这里不认识',
  'a key or an option of an extension that this host does not know, or one that revision 2 has dropped':
    '用了这台主机不认识的扩展的键或选项，或第 2 版已去掉的',
  'there are such messages; the new UIDs and what is gone are told before':
    '有这些信；事先告知新 UID 与消失的信',
  'the same, and CONDSTORE or QRESYNC is on': '同上，而且 CONDSTORE 或 QRESYNC 已启用',
  'the same, and CONDSTORE or QRESYNC is on: the old one goes as by UID EXPUNGE':
    '同上，而且 CONDSTORE 或 QRESYNC 已启用：旧的一封像用 UID EXPUNGE 那样消失',
  'nothing speaks against it; the new UID is told before': '没有可反对之处；事先告知新 UID',
  'nobody has this UID': '没有这个 UID',
  'it is a user of this host': '是这台主机的用户',
  'the mailbox that was open is deleted, or its UIDs mean something else now':
    '打开的邮箱已被删除，或它的 UID 已另有所指',
  'always; nothing is expunged': '总是如此；不清除任何信',
  'always: it hangs up without a BYE, which no server should': '总是如此：不说 BYE 就挂断，服务器本不该这样',
  'always; BYE comes first': '总是如此；先说 BYE',
  'the line is DONE; back to where IDLE was said': '这一行是 DONE；回到说 IDLE 的地方',
  'it is anything else, a command too: no command is heard before DONE':
    '是别的任何内容，命令也一样：DONE 之前不听命令',
  'it is anything else': '是别的内容',
  'it was the mailbox this session has open': '它正是这个会话打开的邮箱',
  'always; in a mailbox opened with EXAMINE nothing is expunged':
    '总是如此；用 EXAMINE 打开的邮箱里不清除任何信',
  'always; what was enabled is off, and an open mailbox is closed':
    '总是如此；已启用的都停用，打开的邮箱也关闭',
};
export const devices: Readonly<Record<string, string>> = {
  'the next letter is new here': '下一封信在这里是新的',
  'the next letter need not stay': '下一封信不必留着',
  'TLS comes first here': '这里先有 TLS',
  'this device wants TLS, there is none yet, and the server has it':
    '这台设备要求 TLS，现在还没有，而服务器有 TLS',
  'this device wants TLS, and there is none yet': '这台设备要求 TLS，而现在还没有',
  'this device wants TLS, and it is too late to ask for it': '这台设备要求 TLS，而现在请求已经太晚',
  'it wants TLS, and the server has none': '它要求 TLS，而服务器没有',
  'there is TLS, or nobody asks for it': '已经有 TLS，或没有人要求它',
  'there may be more than before': '可能比以前多',
  'it does not: the server speaks first': '不是：服务器先开口',
  'it is not: whoever shows it might be anybody': '证书不可信：出示它的可能是任何人',
  'nothing was to be said any more': '已经没有什么要说',
  'it has gone before QUIT was answered: nothing was deleted': 'QUIT 还没有得到应答它就走了：什么也没删',
  'always: what it means nobody can say': '总是如此：没有人知道它是什么意思',
  'nothing is left to do': '没有要做的了',
  'the next thing is to be done in another mailbox': '下一件事在另一个邮箱里做',
  'there are letters that are not known here': '有这里还不知道的信',
  'a letter is to be read that is not here as a whole': '要读的信在这里不完整',
  'a flag was set or taken away here': '这里设置或取消了标志',
  'a letter was moved here, and the server has MOVE': '这里移动了信，而服务器有 MOVE',
  'a letter was moved here, and the server has no MOVE: a copy first':
    '这里移动了信，而服务器没有 MOVE：先复制',
  'a letter was deleted here for good, or its copy is where it was moved to':
    '这里彻底删除了信，或者副本已在移动的目的地',
  'a folder was made here': '这里创建了文件夹',
  'what was to go is marked, and the server can delete this one alone':
    '要删的已标记，而服务器能单独删除这一封',
  'a letter was to go to a mailbox that is not there, and could be: it is made':
    '信要去的邮箱不存在，但可以有：于是创建',
  'it has told all there is to know': '它已告知一切',
  'it has gone in the midst of it: what was to be done is done another time': '它中途走了：要做的事改日再做',
  'there is something to do: a new letter to fetch, or what somebody has clicked':
    '有事要做：取新信，或做所点的事',
  'always: IDLE is said again, before the server hangs up': '总是如此：趁服务器还没挂断，再说一次 IDLE',
  'always: another time': '总是如此：改日再来',
  'always: it may be more than before': '总是如此：可能比以前多',
  'the server has it: what has changed is told without being asked for': '服务器有它：变化不必询问就会告知',
  'it has not': '服务器没有它',
  'a letter that was sent is to be filed: SMTP does not do that': '寄出的信要归档：SMTP 不做这件事',
  'nothing is left to do, and somebody wants to know what happens': '没有要做的了，而有人想知道动静',
  'always else: it is not tried again': '其余情况总是如此：不再重试',
  'the mailbox is the one of last time, and the server does not say by itself what has changed':
    '还是上次的邮箱，而服务器不会自己说明变化',
  'always: so many octets as were announced': '总是如此：与声明的八位组数相符',
};
