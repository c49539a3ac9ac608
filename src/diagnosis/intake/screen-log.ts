import type { Line } from './line.ts';

/** `vcpu-0| I125: WinBSOD: (20) \`*** STOP: …\``: a row of the guest's screen in the log of VMware, 80 columns wide. */
const ROW = /^.{0,60}?\bvcpu-\d{1,3}\| (?:[IWE]\d{3}: )?WinBSOD: \( ?\d{1,2}\) ?`(?<row>[^`]{0,100})`?\s{0,8}$/;
/** The registers of the hypervisor that hold the stop: rows of one width, which a mail could have cut. */
const REGISTER = /^.{0,60}?\bvcpu-\d{1,3}\| (?:[IWE]\d{3}: )?WinBSOD: (?=Synthetic MSR\[)/;
/** Columns of a screen in text mode. */
const FULL = 80;

/** True where a log holds the screen of a guest that stopped. */
export function mayHoldScreen(lines: readonly Line[]): boolean {
  return lines.some(({ text }) => text.includes('WinBSOD: '));
}

/** The screen out of such a log: what filled a row to its last column goes on in the next one. */
export function unfoldScreen(lines: readonly Line[]): readonly Line[] {
  const result: Line[] = [];
  let isFull = false;
  for (const line of lines) {
    const row = ROW.exec(line.text)?.groups?.row;
    const last = result.at(-1);
    if (row !== undefined && isFull && last !== undefined && /^\S/.test(row)) {
      result[result.length - 1] = { text: `${last.text}${row.trimEnd()}`, lines: [last.lines[0], line.lines[1]] };
    } else {
      result.push(
        row === undefined ? withoutHead(line) : { text: isWhole(row) ? row : row.trimEnd(), lines: line.lines },
      );
    }
    isFull = row !== undefined && isWhole(row);
  }
  return result;
}

/** A row that ends with one blank ended between two words. */
function isWhole(row: string): boolean {
  return row.length >= FULL && row.trimEnd().length >= FULL - 1;
}

function withoutHead(line: Line): Line {
  const text = line.text.replace(REGISTER, '');
  return text === line.text ? line : { text, lines: line.lines };
}
