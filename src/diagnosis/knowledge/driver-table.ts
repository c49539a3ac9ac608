import type { DriverGroup } from './driver-row.ts';
import type { Driver } from './knowledge.ts';
import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';

/** The file the debugger's module `nt` is, whatever name it was built under. */
const KERNEL = 'ntoskrnl.exe';

const ENDINGS = ['', '.sys', '.dll', '.exe', '.r0'];

/** Where a driver stands in the table; it is put together when asked for, as most of the thousands never are. */
interface Place {
  readonly group: DriverGroup;
  readonly product: DriverGroup['of'][number];
}

/** Finds an image (`NDIS.SYS`, `\SystemRoot\…\ndis.sys`) or a module name (`ndis`). */
export function driverTable(): (name: string) => Driver | null {
  const places = lazy(() => byImage(readTable<DriverGroup>('drivers')));
  const marked = lazy(() => markedModules([...places().keys()]));
  const find = (base: string): Driver | null => {
    const asked = base === 'nt' ? KERNEL : (marked().get(base) ?? base);
    const ending = ENDINGS.find((end) => places().has(asked + end));
    return ending === undefined ? null : driverAt(asked + ending, places().get(asked + ending));
  };
  return (name) => {
    const base = fileName(name);
    return find(base) ?? copied(base, find);
  };
}

/**
 * For writing a crash dump or the hibernation file Windows loads a second copy of the disk's drivers: `dump_stornvme.sys`,
 * `hiber_storport.sys`. What Microsoft rewrites in Rust is called after the file it belongs to: `win32kbase_rs.sys`.
 */
function copied(base: string, find: (base: string) => Driver | null): Driver | null {
  const copy = /^(?:dump|hiber)_(?<of>.{1,80})$/.exec(base)?.groups?.of;
  if (copy) {
    return find(copy);
  }
  const rust = find(base.replace(/_rs(?=\.sys$|$)/, ''));
  return base.includes('_rs') && rust?.owner === 'windows' ? rust : null;
}

function driverAt(image: string, place: Place | undefined): Driver | null {
  if (!place) {
    return null;
  }
  const { owner, kind, uninstall, basis, calls } = place.group;
  const { vendor = null, product = null, support = null } = place.product;
  return { image, owner, kind, vendor, product, uninstall, support, calls, basis };
}

function byImage(groups: readonly DriverGroup[]): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const group of groups) {
    for (const product of group.of) {
      const place = { group, product };
      for (const image of product.images.split(' ')) {
        found.set(image, place);
      }
    }
  }
  return found;
}

/** The debugger turns dashes and dots of a file name into underscores: `klif.kes-21-9.sys` is the module `klif_kes_21_9`. */
function markedModules(images: readonly string[]): ReadonlyMap<string, string> {
  const marked = images.filter((image) => /\W.{0,80}\./.test(image));
  return new Map(marked.map((image) => [image.slice(0, image.lastIndexOf('.')).replace(/\W/g, '_'), image]));
}

function fileName(name: string): string {
  const path = name.trim().toLowerCase();
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}
