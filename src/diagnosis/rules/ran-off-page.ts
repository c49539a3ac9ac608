import { isCopying } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { hexValue, isUserAddress } from '../views/hex-value.ts';
import { faultingFrame } from '../views/nearest-to-fault.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const ranOffPage: Rule = {
  name: 'ran-off-page',
  why: {
    en: 'A copy or scan that fails at the very start of a page walked there byte by byte: it went on past the end of its buffer.',
    zh: '复制或扫描恰好在页的起始处失败，说明它逐字节走到了那里：越过了缓冲区的末尾。',
  },
  unless: {
    en: 'Another driver, or a program, gave it the wrong length.',
    zh: '错误的长度由另一个驱动或应用程序给出。',
    says: ['forwarder', 'program'],
  },
  weight: 'strong',
  family: 'values',
  shows: 'end-of-buffer',
  leaves: LOOKS,
  needs: ['stacks'],
  find,
};

const PAGE = 0xfffn;
/** `rep movs`, `repne scas`, and moves of 16 bytes or more, of which copy loops are made. */
const STRING = /\brep\w{0,2} +(?:movs|scas|stos|cmps|lods)|\bv?mov(?:aps|ups|dqa|dqu|ntps|ntdq) +[xyz]mmword ptr/;

function find(look: Look): Finding[] {
  const faulting = faultingFrame(look);
  const driver = faulting?.role?.image;
  const touched = touchedAddress(look);
  const value = hexValue(touched?.address);
  if (
    !driver ||
    !touched ||
    value === null ||
    value === 0n ||
    (value & PAGE) !== 0n ||
    isUserAddress(touched.address)
  ) {
    return [];
  }
  const instruction = look.facts.instructions.find(({ atFault, text }) => atFault && STRING.test(text));
  const copying = crashWalk(look)?.frames.find(
    ({ frame, role }) => (role?.role === 'kernel' || role?.image === driver) && isCopying(frame.function),
  );
  const walked = instruction ?? copying?.frame;
  if (!walked) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: false,
      lines: [touched.lines, walked.lines, faulting.frame.lines],
      text: {
        en: `A copy or scan for ${driver} failed at ${touched.address}, the first byte of a page: it ran past the end of its buffer, which no flipped bit and no older damage does.`,
        zh: `${driver} 的复制或扫描在页的第一个字节 ${touched.address} 处失败：它越过了缓冲区末尾，比特翻转或更早的破坏都不会这样。`,
      },
      excludes: ['corruptor', 'hardware'],
    },
  ];
}
