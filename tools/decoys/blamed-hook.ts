import type { Innocent } from './innocent.ts';
import { plantOnStack } from './on-stack.ts';
import { systemCallHook } from './seams.ts';
import { stackListings } from './stack-listing.ts';

const OF_WINDOWS = '(?:ntkr(?:nl|pa)\\w{0,8}\\.exe|ntoskrnl\\.exe|win32k\\w{0,6}\\.sys|memory_corruption)';
const WINDOWS_IMAGE = new RegExp(`^\\s{0,8}IMAGE_NAME: {1,3}${OF_WINDOWS}`, 'im');
const PROBABLY = new RegExp(`^(?<head>\\s{0,8}Probably caused by ?: ?)${OF_WINDOWS} \\(.{0,200}\\)`, 'im');
const BLAME = /^\s{0,8}(?:(?:SYMBOL|MODULE|IMAGE)_NAME|FAILURE_BUCKET_ID|Probably caused by) ?:/m;
const BUCKET = /^(?<head>\s{0,8}(?:FAILURE_)?BUCKET_ID: {1,3})(?<problem>\S{0,200}_)?\S{1,300}!\S{1,300}/gim;

/**
 * A hook in the system call, and !analyze blames it: where everything above belongs to Windows, it takes the first driver
 * of another maker. Null where it blames somebody already, or where there is no system call.
 */
export function blamedHook(text: string, innocent: Innocent, random: () => number): string | null {
  const isWindowsBlamed = WINDOWS_IMAGE.test(text) || PROBABLY.test(text);
  if (!isWindowsBlamed && (BLAME.test(text) || !text.includes('STACK_TEXT'))) {
    return null;
  }
  const planted = plantOnStack(text, systemCallHook, innocent, random);
  const offset = planted && new RegExp(`${innocent.module}\\+0x(?<offset>[0-9a-f]{1,8})`).exec(planted)?.groups?.offset;
  if (!planted || !offset) {
    return null;
  }
  const site = `${innocent.module}+${offset}`;
  return isWindowsBlamed ? withBlame(planted, site, innocent) : addBlame(planted, site, innocent);
}

function withBlame(text: string, site: string, { module, image }: Innocent): string {
  return text
    .replace(PROBABLY, `$<head>${image} ( ${site} )`)
    .replace(/^(?<head>\s{0,8}SYMBOL_NAME: {1,3})\S{1,300}/im, `$<head>${site}`)
    .replace(/^(?<head>\s{0,8}MODULE_NAME: {1,3})\S{1,80}/im, `$<head>${module}`)
    .replace(/^(?<head>\s{0,8}IMAGE_NAME: {1,3})\S{1,80}/im, `$<head>${image}`)
    .replace(BUCKET, `$<head>$<problem>${site}`);
}

/** An excerpt that ended with the stack goes on as !analyze does. */
function addBlame(text: string, site: string, { module, image }: Innocent): string {
  const lines = text.split('\n');
  const shown = stackListings(lines).find(({ rows }) => rows.some(({ row }) => row.module === module));
  const last = shown?.rows.at(-1)?.line ?? lines.length - 1;
  const blame = ['', '', `SYMBOL_NAME:  ${site}`, '', `MODULE_NAME: ${module}`, '', `IMAGE_NAME:  ${image}`, ''];
  return [...lines.slice(0, last + 1), ...blame, ...lines.slice(last + 1)].join('\n');
}
