// 各登录机制的结果发生的条件。以英文原文为键。
export const sasl: Readonly<Record<string, string>> = {
  'the password fits': '密码对',
  'it does not, or nobody has that name': '不对，或没有人叫这个名字',
  'the mail asked for is somebody else’s': '要的是别人的邮件',
  'not two NULs, an empty name or password, or no UTF-8': '不是恰好两个 NUL，名字或密码是空的，或不是 UTF-8',
  'the name is empty, or no UTF-8': '名字是空的，或不是 UTF-8',
  'the digest fits': '摘要对',
  'not a name, a space and 32 digits': '不是名字、一个空格和 32 位数字',
  'always: for a name that nobody has, a salt is made up, so that this is not told':
    '总是如此：没有人叫这个名字时，就编一个盐，以免透露此事',
  'not a client-first-message': '不是 client-first-message',
  'an m= asks for what nobody has defined': 'm= 要求的东西从来没有人定义过',
  'it wants to be bound to TLS, and this mechanism is not': '它要与 TLS 绑定，而这个机制不绑定',
  'an = that is no =2C and no =3D, or SASLprep refuses it':
    '有一个 = 既不是 =2C 也不是 =3D，或 SASLprep 不接受它',
  'the proof fits; now the server proves that it knows the keys': '证明成立；现在由服务器证明它知道密钥',
  'not a client-final-message': '不是 client-final-message',
  'c= is not the beginning of the first message': 'c= 不是第一条消息的开头',
  'r= is not the nonce of the challenge, or the mail is somebody else’s':
    'r= 不是质询中的 nonce，或者是别人的邮件',
  'the proof does not fit, or nobody has that name': '证明不成立，或没有人叫这个名字',
  'nothing is said': '什么也没说',
  'something is': '说了些什么',
  'the token is good': '令牌有效',
  'there is no token, nobody has issued it, or it is somebody else’s':
    '没有令牌，或没有人签发过它，或它是别人的',
  'the token was good for an hour, and that is over': '令牌有效一小时，现已过期',
  'host= names another machine': 'host= 写的是另一台机器',
  'not what RFC 7628 describes': '不是 RFC 7628 所描述的样子',
  'the octet 1 is sent': '发来的是八位组 1',
  'anything else is': '发来的是别的内容',
  'no client here ever shows a certificate': '这里没有客户端会出示证书',
  'a NUL in the name, or no UTF-8': '名字里有 NUL，或不是 UTF-8',
};
