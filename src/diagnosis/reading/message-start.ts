import { isDigit } from '../intake/first-code.ts';
import type { Line } from '../intake/line.ts';

const FROM = /^\W{0,4}(?:From|发件人|寄件者) ?[::] ?\S/i;
const SENT = /^\W{0,4}(?:Sent|Date|发送时间|寄件日期|日期|To|收件人) ?[::]/i;
/** Folding the case of all letters would double the time of compiling it. */
const CHAT =
  /^\[?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?\] [^:]{1,40}(?::|$)|^(?:[\p{L}.'-]{1,20} ){1,3}\d{1,2}:\d{2}(?: [AaPp][Mm])?$/u;
const BANNER = /^\s{0,4}(?:Microsoft \(R\) Windows Debugger Version|Loading Dump File \[)/i;
const REACH = 8;
const CAPITAL_M = 77;
const SMALL_M = 109;

/** True where a mail, a chat message or a debugger session begins: what follows may be another machine's dump. */
export function startsMessage(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (canBeChat(text) && CHAT.test(text)) {
    return true;
  }
  if (BANNER.test(text)) {
    return !isBelowBanner(lines, at);
  }
  return (
    (text.includes(':') || text.includes(':')) &&
    FROM.test(text) &&
    lines.slice(at + 1, at + 1 + REACH).some((next) => SENT.test(next.text))
  );
}

/** The cheap look before the pattern: a time stands at the start of a line, or at its end. */
function canBeChat(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  const hasTimeAtEnd = isDigit(last) || last === CAPITAL_M || last === SMALL_M;
  return (hasTimeAtEnd || isDigit(text.charCodeAt(0)) || text.startsWith('[')) && text.includes(':');
}

/** The banner has several lines; only its first one starts a session. */
function isBelowBanner(lines: readonly Line[], at: number): boolean {
  return lines.slice(Math.max(0, at - REACH), at).some((before) => BANNER.test(before.text));
}
