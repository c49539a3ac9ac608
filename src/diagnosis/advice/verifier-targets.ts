import { isCommandWord } from '../names/file-names.ts';
import type { Judged } from '../verdict/judged.ts';
import { allWalks } from '../views/crash-walks.ts';
import type { DriverRole } from '../views/driver-role.ts';
import { driverRole } from '../views/driver-role.ts';
import { isShownThirdParty } from '../views/shown-third-party.ts';

const MOST = 6;

/**
 * The drivers that Verifier should watch: the suspects and the other third parties on the stacks. Never all, and never a driver
 * of Windows: it slows the machine down and finds what Windows does with everybody's data.
 */
export function verifierTargets(judged: Judged): string[] {
  const targets = new Set<string>();
  for (const { driver, score } of judged.suspects) {
    if (score > 0 && isForeign(driverRole(driver, judged), judged) && driver.includes('.')) {
      targets.add(driver);
    }
  }
  for (const { frames } of allWalks(judged)) {
    for (const { role } of frames) {
      if (role !== null && isForeign(role, judged)) {
        targets.add(role.image);
      }
    }
  }
  return [...targets].filter((image) => image.endsWith('.sys') && isCommandWord(image)).slice(0, MOST);
}

/** An image that no table knows may be one of a newer Windows. */
function isForeign(role: DriverRole | null, judged: Judged): boolean {
  const { culprit, confidence } = judged.verdict;
  const isNamed = role?.image === culprit && confidence !== 'low';
  return role?.role === 'third-party' && (isNamed || isShownThirdParty(role, judged));
}
