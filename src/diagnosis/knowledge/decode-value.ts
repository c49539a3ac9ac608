import { inEach, SEMICOLON } from '../../language/joined.ts';
import type { Text } from '../../language/text.ts';
import type { Arch, Hex } from '../facts.ts';
import { accessName, pageFaultAccess } from './access-name.ts';
import type { BugcheckParameter } from './bugcheck-row.ts';
import { irqlName } from './irql-name.ts';
import type { StatusCode } from './knowledge.ts';
import { poolTypeName } from './pool-type-name.ts';
import { shortSelector } from './short-selector.ts';
import { signedCount } from './signed-count.ts';

/** What decides how a value is read, besides the value: the machine, and the names of status codes. */
export interface ArgContext {
  readonly arch: Arch | null;
  readonly status: (code: Hex) => StatusCode | null;
}

/** What one argument's value says: the row's own list first, then its bits, then the kind of value it is. */
export function decodeValue(parameter: BugcheckParameter, value: Hex, context: ArgContext): Text | null {
  return listed(parameter, value) ?? bits(parameter, value) ?? shown(parameter, value, context);
}

function listed(parameter: BugcheckParameter, value: Hex): Text | null {
  return parameter.values?.[value] ?? parameter.values?.[shortSelector(value)] ?? null;
}

function bits(parameter: BugcheckParameter, value: Hex): Text | null {
  const number = BigInt(value);
  const set = (parameter.bits ?? []).filter(({ mask, is }) => (number & BigInt(mask)) === BigInt(is));
  if (set.length === 0) {
    return null;
  }
  return inEach((language) => set.map(({ text }) => bare(text[language])).join(SEMICOLON[language]));
}

function shown(parameter: BugcheckParameter, value: Hex, context: ArgContext): Text | null {
  switch (parameter.show) {
    case 'status':
      return statusText(value, context);
    case 'irql':
      return irqlName(value, context.arch);
    case 'access':
      return accessName(value);
    case 'page-fault-access':
      return pageFaultAccess(value, context.arch);
    case 'number':
      return BigInt(value) > 9n ? same(BigInt(value).toString()) : null;
    case 'signed':
      return signedText(value);
    case 'pool-type':
      return poolTypeName(value);
    case 'tag':
      return tagText(value);
    default:
      return null;
  }
}

function statusText(value: Hex, { status }: ArgContext): Text | null {
  const known = status(value);
  return known && { en: `${known.name}, ${known.meaning.en}`, zh: `${known.name}，${known.meaning.zh}` };
}

/** A pool tag is stored lowest byte first: 0x746c6946 is `Filt`. The highest bit of all is a mark of protected blocks. */
function tagText(value: Hex): Text | null {
  const number = BigInt(value) & 0x7fffffffn;
  const characters = [0n, 8n, 16n, 24n].map((shift) => Number((number >> shift) & 0xffn));
  if (characters.some((character) => character < 0x20 || character > 0x7e)) {
    return null;
  }
  return same(`'${String.fromCharCode(...characters)}'`);
}

function signedText(value: Hex): Text | null {
  const count = signedCount(value);
  return count >= 0n && count <= 9n ? null : same(count.toString());
}

function same(text: string): Text {
  return { en: text, zh: text };
}

function bare(text: string): string {
  return text.replace(/[.。]$/, '');
}
