import type { Look } from '../look.ts';
import { debuggerModule } from '../names/file-names.ts';
import { commandKey } from './command-key.ts';

/**
 * Whether the paste holds all that `lmvm` knows of an image: its record, or the command itself. A driver without a version
 * resource has no more to show than path and date.
 */
export function showsModuleRecord({ crash, facts }: Pick<Look, 'crash' | 'facts'>, image: string): boolean {
  const module = debuggerModule(image);
  const isRecord = facts.modules.some(
    (one) =>
      one.image?.toLowerCase() === image.toLowerCase() &&
      !one.unloaded &&
      (one.detailed || (one.path !== null && one.timestamp !== null)),
  );
  return isRecord || (crash.ran?.includes(commandKey(`lmvm ${module}`)) ?? false);
}
