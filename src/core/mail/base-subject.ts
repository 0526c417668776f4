// The base subject by which IMAP sorts and threads (RFC 5256 §2.1, grammar of §5).

export interface BaseSubject {
  readonly text: string;
  /** Whether something was taken away that says reply or forward. */
  readonly reply: boolean;
}

const BLOB = /\[[^[\]]*\] */y;
const REFWD = /(?:re|fwd?) *(?:\[[^[\]]*\] *)?:/iy;
const FORWARD = '[fwd:';

/** Of a subject whose encoded words are decoded. */
export function baseSubject(subject: string): BaseSubject {
  let text = subject.replace(/[\t\r\n ]+/g, ' ');
  let reply = false;
  for (;;) {
    const end = trailed(text);
    reply ||= end.reply;
    const start = led(end.text);
    reply ||= start.reply;
    text = start.text;
    if (text.slice(0, FORWARD.length).toLowerCase() !== FORWARD || !text.endsWith(']'))
      return { text, reply };
    text = text.slice(FORWARD.length, -1);
    reply = true;
  }
}

function trailed(text: string): BaseSubject {
  let [end, reply] = [text.length, false];
  for (;;) {
    if (text[end - 1] === ' ') end--;
    else if (text.slice(Math.max(0, end - 5), end).toLowerCase() === '(fwd)') {
      end -= 5;
      reply = true;
    } else return { text: text.slice(0, end), reply };
  }
}
/** Leaders, and blobs as long as they leave something. */
function led(text: string): BaseSubject {
  let [at, reply] = [0, false];
  for (;;) {
    while (text[at] === ' ') at++;
    const { end, last } = blobs(text, at);
    REFWD.lastIndex = end;
    if (REFWD.test(text)) {
      at = REFWD.lastIndex;
      reply = true;
    } else return { text: text.slice(end < text.length ? end : last), reply };
  }
}
/** Where a row of blobs ends, and where its last one begins. */
function blobs(text: string, from: number): { readonly end: number; readonly last: number } {
  let [end, last] = [from, from];
  BLOB.lastIndex = from;
  while (BLOB.test(text)) [last, end] = [end, BLOB.lastIndex];
  return { end, last };
}
