// 没有规则适用时：那一行为什么不行。以英文原文为键。
export const misfits: Readonly<Record<string, string>> = {
  'the verb is not known here': '这里不认识这个命令',
  'the verb is not legal in this state': '这个命令在此状态下不可用',
  'the arguments do not parse': '参数的写法不对',
  'a parameter that was not offered': '用了没有提供过的参数',
  'the line is longer': '这一行超长',
  'a line feed without its carriage return': '有换行却没有回车',
  'a rule threw': '有一条规则出了故障',
  'the verb belongs after the hello': '这个命令要在问候之后',
  'the verb needs an envelope': '这个命令需要先有信封',
  'the verb does not fit an envelope without recipients': '信封还没有收件人，这个命令不适用',
  'the verb does not fit an open envelope': '信封还打开着，这个命令不适用',
  'the verb does not fit a letter that comes in chunks': '信正分块而来，这个命令不适用',
  'the transaction has failed half-way': '这次投递中途失败了',
  'more than any mechanism here may send': '超过这里任何机制可发的长度',
  'the verb is for a session that is logged in': '这个命令要登录之后才能用',
  'the verb is for a session that is not logged in': '这个命令只在登录之前可用',
  'the verb is not known here; often it is the tag that was forgotten':
    '这里不认识这个命令；常常是忘了写标签',
  'the line is longer, or the command with its literals is': '这一行超长，或者命令连同字面量超长',
  'the line is empty, its tag is none, nothing follows it, or a bare LF is in it':
    '这一行是空的，或标签不成立，或标签后面什么也没有，或里面有单独的 LF',
  'the verb is for a session that is not logged in, or that has a mailbox open':
    '这个命令只在登录之前可用，或需要先打开邮箱',
};
