import type { Frame } from '../facts.ts';
import {
  isCopying,
  isHeapFailure,
  isLockTaking,
  isPool,
  isRequestPassing,
  isScheduler,
  isSpin,
  isStackOrigin,
  isSystemService,
  isUnwinding,
  isWaiting,
} from '../knowledge/routines.ts';
import { isKernelModule } from '../views/crash-machinery.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { hexValue } from '../views/hex-value.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { byKey } from './by-key.ts';
import { independentDumps } from './independence.ts';
import { isDriver } from './is-driver.ts';
import type { LinkRule, SeenCrash } from './link.ts';

/**
 * The same stop at the same place of the kernel, reached from the same caller, in independent dumps. What everybody calls and
 * where any damage is met (pool, copying, locks, scheduler) is no place; nor is one at which dumps that name different
 * drivers meet.
 */
export const sameKernelSite: LinkRule = {
  name: 'same-kernel-site',
  tie: { en: 'the same stop at the same place in the kernel', zh: '以相同的停止代码停在内核的同一位置' },
  isOfStop: true,
  find: (crashes) =>
    byKey(crashes, siteOf)
      .filter(([, members]) => independentDumps(members).length === members.length && !accuseSeveral(members))
      .map(([key, members]) => {
        const [, site, caller] = key.split(' ');
        return {
          crashes: members,
          certain: false,
          text: {
            en: `independent dumps with the same stop at the same place in the kernel, ${site}, called from ${caller} each time. One cause is likely, but others may lead there too.`,
            zh: `这些相互独立的转储停止代码相同，都停在内核的同一位置 ${site}，调用者都是 ${caller}。很可能同源，但其他原因也可能走到这里。`,
          },
        };
      }),
};

function siteOf(seen: SeenCrash): string | null {
  const walk = crashWalk(seen);
  const [site, caller] = walk?.frames.filter(({ frame }) => !frame.inline).map(({ frame }) => placeOf(frame)) ?? [];
  const code = stopCodeOf(seen.crash);
  const isReached = walk?.machinery.length !== 0;
  return code !== null && isReached && site && caller ? [code, site, caller].join(' ') : null;
}

/** Null for a frame of which the place is not known, and for a routine that says nothing of who fails there. */
function placeOf({ module, function: name, offset, exportSymbol }: Frame): string | null {
  const isPlace = isKernelModule(module) && name !== null && exportSymbol !== true && hexValue(offset) !== null;
  return isPlace && !GENERAL.some((isOn) => isOn(name)) ? `nt!${name}+${offset}` : null;
}

const GENERAL = [
  isCopying,
  isHeapFailure,
  isLockTaking,
  isPool,
  isRequestPassing,
  isScheduler,
  isSpin,
  isStackOrigin,
  isSystemService,
  isUnwinding,
  isWaiting,
];

function accuseSeveral(members: readonly SeenCrash[]): boolean {
  const named = members.map(({ judgement }) => judgement.verdict.culprit).filter(isDriver);
  return new Set(named).size > 1;
}
