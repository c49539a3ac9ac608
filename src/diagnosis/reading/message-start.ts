import type { Line } from '../intake/line.ts';

const FROM = /^\W{0,4}(?:From|发件人|寄件者) ?[::] ?\S/i;
const SENT = /^\W{0,4}(?:Sent|Date|发送时间|寄件日期|日期|To|收件人) ?[::]/i;
const CHAT =
  /^\[?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\] [^:]{1,40}(?::|$)|^(?:[\p{L}.'-]{1,20} ){1,3}\d{1,2}:\d{2}(?: [AP]M)?$/iu;
const BANNER = /^\s{0,4}(?:Microsoft \(R\) Windows Debugger Version|Loading Dump File \[)/i;
const REACH = 8;

/** True where a mail, a chat message or a debugger session begins: what follows may be another machine's dump. */
export function startsMessage(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (CHAT.test(text)) {
    return true;
  }
  if (BANNER.test(text)) {
    return !isBelowBanner(lines, at);
  }
  return FROM.test(text) && lines.slice(at + 1, at + 1 + REACH).some((next) => SENT.test(next.text));
}

/** The banner has several lines; only its first one starts a session. */
function isBelowBanner(lines: readonly Line[], at: number): boolean {
  return lines.slice(Math.max(0, at - REACH), at).some((before) => BANNER.test(before.text));
}
