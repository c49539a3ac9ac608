/** What the rest of a dump looks like that was cut in two: addresses, symbols, numbered frames, fields of an analysis. */
const DEBUGGER_LIKE =
  /[0-9a-f]{8}`?[0-9a-f]{8}|[A-Za-z0-9_]{2,60}![A-Za-z_?]|^[0-9a-f]{2} [0-9a-f(]|^ {0,8}(?:[A-Z0-9]{1,20}_){1,4}(?:NAME|CODE|ID|STR|IP|IRQL|FRAME|P[1-4]|COUNT|TEXT): /im;
const LONGEST_LOOK = 100_000;

/** What stands at the top of a dump's own output. */
const BEGINS = /!analyze -v|Bugcheck Analysis|Microsoft \(R\) Windows Debugger/i;

/** Whether a text may be the further part of a dump: debugger output, but not the top of it. */
export function isFurtherPart(text: string): boolean {
  const look = text.slice(0, LONGEST_LOOK);
  return DEBUGGER_LIKE.test(look) && !BEGINS.test(look);
}
