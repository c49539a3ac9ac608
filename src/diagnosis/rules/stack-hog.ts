import type { Look } from '../look.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import { hexValue } from '../views/hex-value.ts';
import { isStackExhausted } from '../views/stack-exhausted.ts';
import type { WalkedFrame } from '../views/walked-frame.ts';
import { FILLED_STACK } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** Half of the 24 KB that a kernel stack has on x64 (12 KB on x86), by the public documentation on kernel stacks. */
const HALF = { wide: 0x3000n, narrow: 0x1800n };

export const stackHog: Rule = {
  name: 'stack-hog',
  why: {
    en: 'A kernel stack is small. Where it overflowed, the driver that used most of it, or called itself again and again, is responsible.',
    zh: '内核栈很小。发生溢出时，占用最多或反复调用自身的驱动负有责任。',
  },
  unless: {
    en: 'Many drivers call one another in turn, none of them out of measure.',
    zh: '许多驱动轮流互相调用，但没有哪个过分占用。',
    says: ['forwarder'],
  },
  weight: 'strong',
  family: 'ownership',
  shows: 'full-stack',
  leaves: FILLED_STACK,
  needs: ['stacks', 'bugchecks'],
  find,
};

/** A call that goes through one driver nests a few times: a file opened while another one is. This often no honest path comes by. */
const ENDLESS = 8;
/** Right below itself a function called itself: a file that is opened while another one is has other callers between. */
const ENDLESS_IN_A_ROW = 5;

function find(look: Look): Finding[] {
  const walk = isStackExhausted(look) ? crashWalk(look) : null;
  const findings = walk ? [...repeated(walk.frames)] : [];
  const seen = new Set(findings.map(({ suspect }) => suspect));
  for (const [image, { bytes, frame }] of walk ? usage(walk.frames) : []) {
    const half = look.crash.arch === 'x86' ? HALF.narrow : HALF.wide;
    if (bytes < half || seen.has(image)) {
      continue;
    }
    findings.push({
      suspect: image,
      for: true,
      lines: [frame.frame.lines],
      text: {
        en: `The frames of ${image} take ${bytes} bytes of the kernel stack that overflowed, more than half of it.`,
        zh: `在溢出的内核栈中，${image} 的栈帧占用了 ${bytes} 字节，超过一半。`,
      },
    });
  }
  return findings;
}

/** Places in drivers from outside Windows to which the stack comes back without end, one a driver. */
function repeated(frames: readonly WalkedFrame[]): Finding[] {
  const times = new Map<string, WalkedFrame[]>();
  for (const walked of frames) {
    if (walked.role?.role === 'third-party' && walked.frame.offset !== null) {
      const place = frameName(walked.frame);
      times.set(place, [...(times.get(place) ?? []), walked]);
    }
  }
  const found = new Map<string, Finding>();
  const inARow = longestRuns(frames);
  for (const [place, all] of times) {
    const [first] = all;
    const last = all.at(-1);
    const isEndless = all.length >= ENDLESS || (inARow.get(place) ?? 0) >= ENDLESS_IN_A_ROW;
    if (first?.role && last && isEndless && !found.has(first.role.image)) {
      const { image } = first.role;
      found.set(image, {
        suspect: image,
        for: true,
        lines: [first.frame.lines, last.frame.lines],
        text: {
          en: `${place} stands on the stack that overflowed ${all.length} times: ${image} came back to the same place without end.`,
          zh: `在溢出的栈上，${place} 出现了 ${all.length} 次：${image} 不断回到同一处。`,
        },
      });
    }
  }
  return [...found.values()];
}

/** How often each place stands right below itself. */
function longestRuns(frames: readonly WalkedFrame[]): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  let before = '';
  let run = 0;
  for (const { frame } of frames) {
    const place = frameName(frame);
    run = place === before ? run + 1 : 1;
    before = place;
    longest.set(place, Math.max(run, longest.get(place) ?? 0));
  }
  return longest;
}

/** Bytes between each third-party frame and the next one below it. */
function usage(frames: readonly WalkedFrame[]): Map<string, { bytes: bigint; frame: WalkedFrame }> {
  const used = new Map<string, { bytes: bigint; frame: WalkedFrame }>();
  for (const [index, walked] of frames.entries()) {
    const top = hexValue(walked.frame.childSp);
    const bottom = hexValue(frames[index + 1]?.frame.childSp);
    if (walked.role?.role !== 'third-party' || top === null || bottom === null || bottom < top) {
      continue;
    }
    const before = used.get(walked.role.image);
    used.set(walked.role.image, { bytes: (before?.bytes ?? 0n) + bottom - top, frame: before?.frame ?? walked });
  }
  return used;
}
