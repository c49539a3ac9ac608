import { isCommandWord } from '../names/file-names.ts';
import { allWalks } from '../views/crash-walks.ts';
import { driverRole } from '../views/driver-role.ts';
import type { Judged } from './judged.ts';
import type { Suspect } from './verdict.ts';

const MOST = 6;

/**
 * The drivers that Verifier should watch: the suspects and the other third parties on the stacks. Never all, and never a driver
 * of Windows: it slows the machine down and finds what Windows does with everybody's data.
 */
export function verifierTargets(judged: Judged): string[] {
  const targets = new Set<string>();
  const cleared = new Set(judged.suspects.filter(isCleared).map(({ driver }) => driver));
  for (const { driver, score } of judged.suspects) {
    if (score > 0 && driverRole(driver, judged)?.role === 'third-party' && driver.includes('.')) {
      targets.add(driver);
    }
  }
  for (const { frames } of allWalks(judged)) {
    for (const { role } of frames) {
      if (role?.role === 'third-party') {
        targets.add(role.image);
      }
    }
  }
  const left = [...targets].filter((image) => !cleared.has(image));
  return left.filter((image) => image.endsWith('.sys') && isCommandWord(image)).slice(0, MOST);
}

/** Another dump shows that it was not there: to watch it brings nothing. */
function isCleared({ evidence }: Suspect): boolean {
  return evidence.some((one) => one.namesDumps && !one.for && one.weight === 'decisive');
}
