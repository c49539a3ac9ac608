import { isFramework, isNoImage } from '../knowledge/images.ts';
import type { Driver } from '../knowledge/knowledge.ts';
import { type Look, view } from '../look.ts';
import { imageName } from '../names/file-names.ts';
import { isKernelModule } from './crash-machinery.ts';
import { moduleIndex } from './module-index.ts';
import { fileOfService } from './service-file.ts';

/**
 * What a module is to a rule. `kernel`, `port` and `component` are Windows; `known` tells whether the public table says so
 * or whether the paste left only the presumption that what Windows does not ship is a third party's.
 */
export interface DriverRole {
  readonly image: string;
  readonly role: 'kernel' | 'port' | 'component' | 'third-party';
  readonly known: boolean;
  readonly driver: Driver | null;
}

/** Roles by name, filled as they are asked for: every frame of every stack asks, and a long session has very many. */
const rolesOf = view(() => new Map<string, DriverRole | null>());

/** The role of a module (`nwifi`) or image (`nwifi.sys`); null for a name that stands for none. */
export function driverRole(name: string, look: Look): DriverRole | null {
  const known = rolesOf(look);
  const lower = moduleName(name);
  const role = known.get(lower);
  if (role !== undefined) {
    return role;
  }
  const found = findRole(lower, look);
  known.set(lower, found);
  return found;
}

function findRole(lower: string, look: Look): DriverRole | null {
  if (imageName(lower) !== lower || isNoImage(lower)) {
    return null;
  }
  const { knowledge } = look;
  const original = originalOf(lower);
  if (original !== null && (knowledge.driver(original) || !knowledge.driver(lower))) {
    return findRole(original, look);
  }
  const file = lower.includes('.') || moduleIndex(look).imageOf(lower) ? null : fileOfService(lower, look);
  if (file !== null) {
    return findRole(file, look);
  }
  const driver = knowledge.driver(lower) ?? (isKernelModule(lower) ? knowledge.driver('nt') : null);
  const image = imageOf(lower, look, driver);
  // The version resource in lmvm: not proof (anyone may write it), but enough not to presume a third party.
  if (!driver && moduleIndex(look).isMicrosoft(lower)) {
    return { image, role: 'component', known: false, driver };
  }
  // A program is named where an application crashed or a stop blames its process: no driver either way.
  if (!driver && image.endsWith('.exe')) {
    return null;
  }
  if (!driver) {
    return { image, role: 'third-party', known: false, driver };
  }
  return { image: driver.image, role: roleOf(driver), known: true, driver };
}

/** A second copy of the disk's driver, loaded to write the dump or the hibernation file, is the same driver. */
function originalOf(lower: string): string | null {
  return /^(?:dump|hiber)_(?<of>\w[\w.+~$-]{1,80})$/.exec(lower)?.groups?.of ?? null;
}

export function isWindows(role: DriverRole | null): boolean {
  return role !== null && role.role !== 'third-party';
}

/** `<Unloaded_acme.sys>` → `acme.sys`; anything else in lower case. */
export function moduleName(name: string): string {
  const lower = name.trim().toLowerCase();
  return /^<?unloaded_(?<file>[^>]{1,80})>?$/.exec(lower)?.groups?.file ?? lower;
}

/** `\Driver\AcmeFlt` → `acmeflt`: the service name, which usually is the image's. */
export function serviceName(object: string): string {
  return object.slice(object.lastIndexOf('\\') + 1).toLowerCase();
}

/** The kernel proper and the HAL; win32k is a component with faults of its own. */
function isKernelImage(image: string): boolean {
  return /^(?:nt(?:oskrnl|krnlmp|krnlpa|krpamp|kr\w{1,6})\.exe|hal\w{0,8}\.dll)$/.test(image);
}

function roleOf({ owner, image }: Driver): DriverRole['role'] {
  if (owner !== 'windows') {
    return 'third-party';
  }
  if (isKernelImage(image)) {
    return 'kernel';
  }
  return isFramework(image) ? 'port' : 'component';
}

/** A module is shown without the ending of its file, which is `.sys` unless the paste or a table says otherwise. */
function imageOf(lower: string, look: Look, driver: Driver | null): string {
  // The debugger writes no dot into the name of a module: what has one is a file, whatever it ends in.
  if (lower.includes('.')) {
    return lower;
  }
  if (driver) {
    return driver.image;
  }
  const listed = moduleIndex(look).imageOf(lower);
  if (listed) {
    return listed.toLowerCase();
  }
  const { crash } = look;
  if (crash.image && crash.module?.toLowerCase() === lower) {
    return crash.image.toLowerCase();
  }
  return `${lower}.sys`;
}
