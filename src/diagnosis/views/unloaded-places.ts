import type { Lines, ModuleFact } from '../facts.ts';
import { type Look, view } from '../look.ts';
import { driverRole } from './driver-role.ts';
import { hexValue } from './hex-value.ts';
import { touchedAddress } from './touched-address.ts';

/** A place in memory from which a driver had been unloaded. */
export interface UnloadedPlace {
  readonly image: string;
  readonly lines: Lines;
  /** The processor was to run what lies there, rather than to read or to write it. */
  readonly isCode: boolean;
}

/** One place for each driver; where code of it was to run and data was touched, the code says more. */
export const unloadedPlaces = view((look: Look): readonly UnloadedPlace[] => {
  const found = new Map<string, UnloadedPlace>();
  for (const { name, lines, isCode } of shown(look).toSorted((a, b) => Number(b.isCode) - Number(a.isCode))) {
    const role = driverRole(name, look);
    if (role && role.role !== 'kernel' && !found.has(role.image)) {
      found.set(role.image, { image: role.image, lines, isCode });
    }
  }
  return [...found.values()];
});

type Shown = Omit<UnloadedPlace, 'image'> & { readonly name: string };

/** What !analyze prints before an address that was read or written, never run. */
const TOUCHED = /^\s{0,8}(?:READ|WRITE)_ADDRESS/i;

/** Frames in `<Unloaded_x.sys>`, and arguments of the stop that lie in the range of an unloaded module. */
function shown(look: Look): Shown[] {
  const { crash, facts } = look;
  const touched = touchedAddress(look);
  const found: Shown[] = [];
  for (const { by, image, lines, context } of facts.namedDrivers) {
    if (by === 'unloaded') {
      found.push({ name: image, lines, isCode: touched?.executed === true || !TOUCHED.test(context) });
    }
  }
  for (const frame of crash.stack?.frames ?? []) {
    if (frame.module && /^<?unloaded_/i.test(frame.module)) {
      found.push({ name: frame.module, lines: frame.lines, isCode: true });
    }
  }
  for (const module of facts.modules) {
    const argument = module.unloaded ? crash.bugcheck?.args.find((address) => holds(module, address)) : null;
    if (argument) {
      const isCode = touched?.address !== argument || touched.executed;
      found.push({ name: module.image ?? module.name, lines: module.lines, isCode });
    }
  }
  return found;
}

function holds({ start, end }: ModuleFact, address: string | null): boolean {
  const from = hexValue(start);
  const to = hexValue(end);
  const at = hexValue(address);
  return from !== null && to !== null && at !== null && at >= from && at < to;
}
