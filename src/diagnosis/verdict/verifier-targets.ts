import { isCommandWord } from '../names/file-names.ts';
import { allWalks } from '../rules/crash-walks.ts';
import { driverRole } from '../rules/driver-role.ts';
import type { Judged } from './judged.ts';

const MOST = 6;

/**
 * The drivers that Verifier should watch: the suspects, the other third parties on the stacks, and the Windows component in
 * which the fault surfaced. Never all, and never the kernel.
 */
export function verifierTargets({ crash, knowledge, suspects }: Judged): string[] {
  const input = { crash, facts: crash.facts, knowledge };
  const targets = new Set<string>();
  for (const { driver, score } of suspects) {
    if (score > 0 && driverRole(driver, input)?.role === 'third-party' && driver.includes('.')) targets.add(driver);
  }
  for (const { frames } of allWalks(input)) {
    const surfaced = frames.find(({ role }) => role !== null && role.role !== 'kernel');
    if (surfaced?.role) targets.add(surfaced.role.image);
    for (const { role } of frames) {
      if (role?.role === 'third-party') targets.add(role.image);
    }
  }
  const files = [...targets].filter((image) => image.endsWith('.sys') && isCommandWord(image));
  // Watching Windows alone slows the machine down and finds what Windows does with everybody's data.
  return files.some((image) => driverRole(image, input)?.role === 'third-party') ? files.slice(0, MOST) : [];
}
