import type { Innocent } from './innocent.ts';
import { plantOnStack } from './on-stack.ts';
import { systemCallHook } from './seams.ts';

const WINDOWS_IMAGE =
  /^\s{0,8}IMAGE_NAME: {1,3}(?:ntkrnl\w{0,8}\.exe|ntoskrnl\.exe|win32k\w{0,6}\.sys|memory_corruption)/im;
const PROBABLY =
  /^(?<head>\s{0,8}Probably caused by ?: ?)(?:ntkrnl\w{0,8}\.exe|ntoskrnl\.exe|win32k\w{0,6}\.sys) \(.{0,200}\)/im;

/**
 * A hook in the system call, and !analyze blames it: where everything above belongs to Windows, it takes the first driver
 * of another maker. Null where it blames somebody already, or where there is no system call.
 */
export function blamedHook(text: string, innocent: Innocent, random: () => number): string | null {
  if (!WINDOWS_IMAGE.test(text) && !PROBABLY.test(text)) {
    return null;
  }
  const planted = plantOnStack(text, systemCallHook, innocent, random);
  const { module, image } = innocent;
  const offset = planted && new RegExp(`${module}\\+0x(?<offset>[0-9a-f]{1,8})`).exec(planted)?.groups?.offset;
  if (!planted || !offset) {
    return null;
  }
  const site = `${module}+${offset}`;
  return planted
    .replace(PROBABLY, `$<head>${image} ( ${site} )`)
    .replace(/^(?<head>\s{0,8}SYMBOL_NAME: {1,3})\S{1,300}/im, `$<head>${site}`)
    .replace(/^(?<head>\s{0,8}MODULE_NAME: {1,3})\S{1,80}/im, `$<head>${module}`)
    .replace(/^(?<head>\s{0,8}IMAGE_NAME: {1,3})\S{1,80}/im, `$<head>${image}`)
    .replace(
      /^(?<head>\s{0,8}(?:FAILURE_)?BUCKET_ID: {1,3})(?<problem>\S{0,200}_)?\S{1,300}!\S{1,300}/gim,
      `$<head>$<problem>${site}`,
    );
}
