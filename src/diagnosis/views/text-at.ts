import type { Facts, Hex, Lines } from '../facts.ts';

export interface TextShown {
  readonly text: string;
  readonly lines: Lines;
}

/** `0xffffc104`5b398190  "acme.sys"`: a pointer with the text behind it. */
const POINTED = /"(?<text>[^"]{1,200})"\s{0,4}$/;

/** The text that lies at an address, where somebody had it printed: `du`, `dS`, `!ustr`, or a counted string of `dt`. */
export function textAt(address: Hex | null, { addresses, structures }: Facts): TextShown | null {
  if (address === null) {
    return null;
  }
  const row = addresses.find((one) => one.address === address && one.usage.startsWith('"'));
  if (row) {
    return { text: row.usage.replaceAll('"', ''), lines: row.lines };
  }
  const string = structures.find((one) => one.address === address && /UNICODE_STRING$/i.test(one.type ?? ''));
  const buffer = string?.members.find(({ name }) => name === 'Buffer');
  const text = POINTED.exec(buffer?.value ?? '')?.groups?.text;
  return buffer === undefined || text === undefined ? null : { text, lines: buffer.lines };
}
