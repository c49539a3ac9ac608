import type { Frame } from '../facts.ts';

/** A frame as the engineer knows it from the paste: `nwifi!Dot11SendCompletion+0x4b`, `acmeflt+0x1f92`, or its address. */
export function frameName({ module, function: name, offset, address }: Frame): string {
  const plus = offset && offset !== '0x0' ? `+${offset}` : '';
  if (module && name) {
    return `${module}!${name}${plus}`;
  }
  if (module) {
    return `${module}${plus}`;
  }
  return address ?? '?';
}
