import type { Facts, Hex, Lines } from '../facts.ts';
import { imageName } from '../names/file-names.ts';

interface Shown {
  readonly text: string;
  readonly lines: Lines;
}

/** The name of a file that lies at an address, where somebody had it printed. */
export function imageAt(address: Hex | null, facts: Facts): { readonly image: string; readonly lines: Lines } | null {
  const shown = textAt(address, facts);
  const image = shown === null ? null : imageName(shown.text);
  return shown === null || image === null ? null : { image, lines: shown.lines };
}

/** `0xffffc104`5b398190  "acme.sys"`: a pointer with the text behind it. */
const POINTED = /"(?<text>[^"]{1,200})"\s{0,4}$/;

/** `du`, `dS`, `!ustr`, or a counted string of `dt`. */
function textAt(address: Hex | null, { addresses, structures }: Facts): Shown | null {
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
