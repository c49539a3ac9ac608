import type { Hex } from '../../facts.ts';
import { isAddress, readAddress } from '../address-token.ts';
import type { SearchedSection } from '../searched-section.ts';
import { findTyped } from '../typed-command.ts';

export interface StructureName {
  readonly type: string | null;
  readonly address: Hex | null;
}

/** What `dt nt!_IRP ffff8102`10913d90` (in either order) or `dx -r1 (*((nt!_IRP *)0x…))` asked for. */
export function askedStructure(section: SearchedSection): StructureName {
  const typed = findTyped(section, ['dt', '!mex.ddt', '!ddt', 'dx']);
  if (typed === null) {
    return { type: null, address: null };
  }
  const cast = /\(([\w!]{2,160}) {0,2}\*\)(0x[0-9a-f`]{4,20})/i.exec(typed.text);
  if (cast !== null) {
    return { type: cast[1] ?? null, address: readAddress(cast[2] ?? '') };
  }
  const tokens = typed.args.filter((arg) => !/^[-/]/.test(arg));
  const address = tokens.find((token) => isAddress(token));
  const words = tokens.filter((token) => !isAddress(token) && /^[\w!]{1,160}$/.test(token));
  const type = words.every(isConstantCase) ? words.join('_').replace('!_', '!') || null : words[0];
  const byName = typed.args.includes('-n');
  return { type: byName ? null : (type ?? null), address: address === undefined ? null : readAddress(address) };
}

/** Several words in capitals are one type whose underscores were lost on the way. */
function isConstantCase(word: string): boolean {
  return /^(?:\w{1,60}!)?[A-Z\d_]*$/.test(word);
}
