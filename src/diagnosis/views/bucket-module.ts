import type { Lines } from '../facts.ts';
import type { Look } from '../look.ts';

/**
 * The module or image that a failure bucket names: `0x50_acmeflt+27637`, `AV_acmeflt!unknown_function`,
 * `0x9F_4_acmefs!Unload`, `LKD_0x117_IMAGE_acmegpu.sys`,
 * behind which display drivers add their generation. Null for buckets that name none. Words of the failure and of the
 * module are joined alike, so a tail that `isModule` knows is believed before the guess by spelling.
 */
export function bucketModule(bucket: string | null, isModule: (name: string) => boolean = () => false): string | null {
  const text = bucket?.trim().slice(0, 300) ?? '';
  const image = /_IMAGE_(?<image>[\w.-]{1,60}?\.[a-z][a-z0-9]{0,3})(?=_|$)/i.exec(text)?.groups?.image;
  if (image) {
    return image;
  }
  const place = /^[\w-]{1,160}(?=[!+])/.exec(text)?.[0];
  if (!place?.includes('_')) {
    return null;
  }
  return tails(place).find(isModule) ?? afterPrefix(place);
}

/** What !analyze puts before the module: kinds of failure in capitals (AV, VRF, PAGED_IP), codes and numbers. */
const PREFIX = /^(?:[A-Z]{1,30}|\d[0-9a-fA-Fx]{0,9}|c[0-9a-f]{7}|[a-f][0-9a-f]{0,2}\d[0-9a-f]{0,4})$/;

/** `a_b_c` → `a_b_c`, `b_c`, `c`. */
function tails(place: string): string[] {
  const words = place.split('_');
  return words.map((_, index) => words.slice(index).join('_'));
}

function afterPrefix(place: string): string {
  const words = place.split('_');
  const module = words.findIndex((word) => !PREFIX.test(word));
  return words.slice(module === -1 ? -1 : module).join('_');
}

/** Where the bucket of the crash is printed, else the stop. */
export function bucketLines({ crash, facts }: Look): readonly Lines[] {
  const field = facts.fields.find(({ value }) => value === crash.failureBucket);
  const lines = field?.lines ?? crash.bugcheck?.lines;
  return lines ? [lines] : [];
}
