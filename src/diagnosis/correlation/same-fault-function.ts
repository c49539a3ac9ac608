import { isMeetingPlace } from '../knowledge/images.ts';
import { isStopCall } from '../knowledge/routines.ts';
import { hexValue } from '../views/hex-value.ts';
import { byKey } from './by-key.ts';
import { faultFrame } from './fault-frame.ts';
import type { LinkRule, SeenCrash } from './link.ts';
import { crashNames } from './link.ts';

/** The same offset, and not merely the same function, is what makes it the same site where both print one. */
export const sameFaultFunction: LinkRule = {
  name: 'same-fault-function',
  isOfStop: true,
  find: (crashes) =>
    byKey(crashes.filter(hasStop), siteOf).map(([site, members]) => ({
      crashes: members,
      certain: site.includes('+'),
      text: {
        en: `${crashNames(members).en}: the first frame outside the kernel is the same, ${site}.`,
        zh: `${crashNames(members).zh}：内核之外的第一个栈帧相同，都是 ${site}。`,
      },
    })),
};

function siteOf(seen: SeenCrash): string | null {
  const frame = faultFrame(seen);
  if (!frame?.module || isMeetingPlace(`${frame.module.toLowerCase()}.sys`)) {
    return null;
  }
  if (frame.function) {
    return `${frame.module.toLowerCase()}!${frame.function}`;
  }
  return hexValue(frame.offset) ? `${frame.module.toLowerCase()}+${frame.offset}` : null;
}

function hasStop({ crash }: SeenCrash): boolean {
  return crash.bugcheck !== null || (crash.stack?.frames.some(({ function: name }) => isStopCall(name)) ?? false);
}
