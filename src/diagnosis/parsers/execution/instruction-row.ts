import type { InstructionFact } from '../../facts.ts';
import { firstCode, isBeyondAscii, isHexDigit } from '../../intake/first-code.ts';
import { readAddress } from '../address-token.ts';

type Row = Pick<InstructionFact, 'address' | 'bytes' | 'text' | 'touches'>;

const MAX_LENGTH = 1000;
const SPACE = 32;
const ROW =
  /^\s{0,20}(?<address>(?:[0-9a-f]{8}[`^'])?[0-9a-f]{8,17})\s+(?<bytes>[0-9a-f]{2,30}|\?\?)\s+(?<mnemonic>\?\?\?|[a-z][a-z0-9.]{1,15})(?=\s|$)(?<rest>.*)$/i;
/** Three columns of an x86 `lm` row look like address, bytes and mnemonic. */
const MODULE_ROW = /\((?:deferred|(?:[a-z]+ ){1,3}symbols)\)|^[CTM#]? *\(/i;
/** The last column of an unreadable row may be lost: question marks look like noise to mail clients. */
const UNREADABLE = /^\s{0,20}(?<address>(?:[0-9a-f]{8}[`'^])?[0-9a-f]{8,17})\s{1,20}(?<bytes>\?\?)\s{0,20}$/i;
const TORN = /^\s{0,20}(?<address>(?:[0-9a-f]{8}[`'^])?[0-9a-f]{8,17})\s{1,20}(?<bytes>[0-9a-f]{2,30})\s{0,20}$/i;
/** Sixteen bytes print 32 question marks; a blank may stand where a wrap or the backtick was. */
const TOUCH =
  /(?:^|\s)[c-gs]s: ?(?:[0-9a-f]{4}: ?)?(?<address>(?:[0-9a-f]{8}[`'^\\ ])?[0-9a-f]{7,17})=(?<content>\?{2,64}|[0-9a-f`]{1,33}|\{[^}]{0,200}\}?)/i;

/**
 * Reads `82c83603 c60000          mov     byte ptr [eax],0           ds:0023:7fff0000=??`.
 * Unreadable code prints `??` for the bytes and `???` for the instruction.
 */
export function readInstruction(text: string): Row | null {
  if (text.length > MAX_LENGTH || !canBeRow(text)) {
    return null;
  }
  const found = (ROW.exec(text) ?? UNREADABLE.exec(text))?.groups;
  if (found === undefined) {
    return null;
  }
  const { address: token = '', bytes = '', mnemonic = '???', rest = '' } = found;
  const address = readAddress(token);
  if (address === null || isDump(bytes, mnemonic) || MODULE_ROW.test(rest.trim())) {
    return null;
  }
  const operands = rest.replace(TOUCH, '').trim().replace(/\s+/g, ' ');
  return { address, bytes, text: `${mnemonic} ${operands}`.trim(), touches: readTouch(rest) };
}

/** The cheap look before the patterns: every row begins with an address. */
function canBeRow(text: string): boolean {
  const code = firstCode(text);
  return isHexDigit(code) || code < SPACE || isBeyondAscii(code);
}

/** Address and bytes alone, the rest of the row torn off; only a label below registers makes it one. */
export function readTornInstruction(text: string): Row | null {
  const { address: token = '', bytes = '' } = TORN.exec(text.slice(0, 200))?.groups ?? {};
  const address = readAddress(token);
  return address === null || bytes.length % 2 === 1 ? null : { address, bytes, text: '', touches: null };
}

/** Effective address and content at the end of the row under the registers: `ds:0023:00000004=????????`. */
export function readTouch(text: string): Row['touches'] {
  const found = /s:/i.test(text) ? TOUCH.exec(text)?.groups : undefined;
  const address = readAddress((found?.address ?? '').replace(' ', '`'));
  if (found === undefined || address === null) {
    return null;
  }
  return { address, readable: !found.content?.startsWith('?') };
}

/** Rows of `db` and `dd` go on with digits where an instruction has its mnemonic: `41 b8 46`. */
function isDump(bytes: string, mnemonic: string): boolean {
  return (bytes.length === 2 && /^[0-9a-f]{2}$/i.test(mnemonic)) || /^[0-9a-f]{8}$/i.test(mnemonic);
}
