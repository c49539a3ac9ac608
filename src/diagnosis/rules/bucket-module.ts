/**
 * The module or image that a failure bucket names: `0x50_acmeflt+27637`, `AV_acmeflt!unknown_function`,
 * `0x9F_4_acmefs!Unload`, `LKD_0x117_IMAGE_acmegpu.sys`. Null for buckets that name none.
 */
export function bucketModule(bucket: string | null): string | null {
  const text = bucket?.trim().slice(0, 300) ?? '';
  const image = /_IMAGE_([\w.-]{1,60}\.(?:sys|dll))$/i.exec(text)?.[1];
  if (image) return image;
  const place = /^([\w-]{1,160})[!+]/.exec(text)?.[1];
  if (!place?.includes('_')) return null;
  return afterPrefix(place);
}

/** Words that !analyze puts before the module. */
const PREFIX =
  /^(?:AV|VRF|R|W|INVALID|BAD|IP|CODE|STACKPTR|ERROR|CORRUPT|LKD|X64|X86|WAITING|POWER|UP|DOWN|DOUBLE|FREE|FREED|\d{1,4}|0x[0-9a-f]{1,8}|c[0-9a-f]{7})$/i;

function afterPrefix(place: string): string | null {
  const words = place.split('_');
  const first = words.findIndex((word) => !PREFIX.test(word));
  const rest = first === -1 ? '' : words.slice(first).join('_');
  // A module is lower or mixed case; what is all capitals is the name of a stop or a kind of failure.
  return rest !== '' && first > 0 && !/^[A-Z_]+$/.test(rest) && !/[A-Z]{3,}_[A-Z]{3,}/.test(rest) ? rest : null;
}
