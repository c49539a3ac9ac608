import { joined, LIST_COMMA } from '../../language/joined.ts';
import { faultAddress } from '../views/fault-address.ts';
import { fieldOffset } from '../views/field-offset.ts';
import { low16 } from '../views/hex-value.ts';
import { LIKELY_FORM_COMPARED } from '../views/repaired-value.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { byKey } from './by-key.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';
import { stopLines } from './stop-lines.ts';

/** Images are loaded at multiples of 64 KB, so the low 16 bits of an instruction's address survive relocation. */
export const sameFaultSite: LinkRule = {
  name: 'same-fault-site',
  tie: { en: 'the same instruction, failing at the same address', zh: '同一条指令访问同一地址时出错' },
  shows: stopLines,
  isOfStop: true,
  find: (crashes) => byKey(crashes, siteOf).map(([, members]) => linkOf(members)),
};

function siteOf(seen: SeenCrash): string | null {
  const fault = faultAddress(seen);
  const touched = touchedAddress(seen);
  const low = fault && low16(fault);
  return low && touched ? `${low} ${touched.address}` : null;
}

function linkOf(members: SeenCrash[]): Link {
  const [first] = members;
  const low = first ? low16(faultAddress(first) ?? '') : null;
  const address = (first && touchedAddress(first)?.address) ?? '?';
  const offset = fieldOffset(address);
  const repaired = members.some((member) => touchedAddress(member)?.repaired);
  const sites = joined(
    members.map((member) => faultAddress(member) ?? '?'),
    LIST_COMMA,
  );
  return {
    crashes: members,
    certain: true,
    text: {
      en: `the faulting instructions (${sites.en}) end in the same 0x${low} and touch the same address ${address}${offset ? ` (NULL ${offset})` : ''}. Images load at 64 KB boundaries, so the low 16 bits survive relocation: it is the same instruction, whatever the stop code.${repaired ? LIKELY_FORM_COMPARED.en : ''}`,
      zh: `出错指令的地址（${sites.zh}）都以 0x${low} 结尾，并且访问同一地址 ${address}${offset ? `（NULL ${offset}）` : ''}。映像按 64 KB 边界加载，低 16 位在重定位后不变：无论停止代码是否相同，出错的都是同一条指令。${repaired ? LIKELY_FORM_COMPARED.zh : ''}`,
    },
  };
}
