import type { Lines } from '../facts.ts';
import { isMeetingPlace } from '../knowledge/images.ts';
import { isStopCall } from '../knowledge/routines.ts';
import { hexValue } from '../views/hex-value.ts';
import { byKey } from './by-key.ts';
import { faultFrame } from './fault-frame.ts';
import type { LinkRule, SeenCrash } from './link.ts';

/** The same offset, and not merely the same function, is what makes it the same site where both print one. */
export const sameFaultFunction: LinkRule = {
  name: 'same-fault-function',
  tie: { en: 'the same first frame outside the kernel', zh: '内核之外的第一个栈帧相同' },
  shows: frameLines,
  isOfStop: true,
  find: (crashes) =>
    byKey(crashes.filter(hasStop), siteOf).map(([site, members]) => ({
      crashes: members,
      certain: site.includes('+'),
      text: {
        en: `the first frame outside the kernel is the same, ${site}.`,
        zh: `内核之外的第一个栈帧相同，都是 ${site}。`,
      },
    })),
};

function frameLines(seen: SeenCrash): readonly Lines[] {
  const frame = faultFrame(seen);
  return frame ? [frame.lines] : [];
}

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
