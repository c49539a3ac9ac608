import type { Line } from './line.ts';

/** `Sig[6].Name=Exception Code`, and the line below it `Sig[6].Value=c0000005`. */
const NAME = /^\s{0,8}(?:Dynamic)?Sig\[(?<number>\d{1,3})\]\.Name=(?<name>[^=]{1,60})$/;
const VALUE = /^\s{0,8}(?:Dynamic)?Sig\[(?<number>\d{1,3})\]\.Value=(?<value>.{0,300})$/;
const EVENT = /^\s{0,8}EventType=(?<event>\w{1,40})\s*$/;

/** True where somebody opened a `Report.wer` and copied from it. */
export function mayHoldReport(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => text.includes('Sig[0].'));
}

/**
 * The signature out of a file of Windows Error Reporting: it keeps a name and its value in two lines, which Reliability
 * Monitor and the event log show as one.
 */
export function unfoldReport(lines: readonly Line[]): readonly Line[] {
  const result: Line[] = [];
  for (const line of lines) {
    const last = result.at(-1);
    const above = last === undefined ? undefined : NAME.exec(last.text)?.groups;
    const below = above === undefined ? undefined : VALUE.exec(line.text)?.groups;
    const event = EVENT.exec(line.text)?.groups?.event;
    if (last !== undefined && below !== undefined && above?.number === below.number) {
      result[result.length - 1] = { text: `${above?.name}: ${below.value}`, lines: [last.lines[0], line.lines[1]] };
    } else {
      result.push(event === undefined ? line : { text: `Problem Event Name: ${event}`, lines: line.lines });
    }
  }
  return result;
}
