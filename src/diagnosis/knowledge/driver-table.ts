import type { DriverGroup } from './driver-row.ts';
import type { Driver } from './knowledge.ts';
import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';

/** The file the debugger's module `nt` is, whatever name it was built under. */
const KERNEL = 'ntoskrnl.exe';

const ENDINGS = ['', '.sys', '.dll', '.exe', '.efi', '.r0'];

/** What ends the name of a file; anything else after a dot is part of its name (`klif.kes-21-9`). */
const ENDING = /\.(?:sys|dll|exe|efi|r0)$/;

/** Where a driver stands in the table; it is put together when asked for, as most of the thousands never are. */
interface Place {
  readonly group: DriverGroup;
  readonly product: DriverGroup['of'][number];
}

/** Finds an image (`NDIS.SYS`, `\SystemRoot\…\ndis.sys`), a module (`ndis`) or the name of a driver object (`RTL8168`). */
export function driverTable(): (name: string) => Driver | null {
  const places = lazy(() => byImage(readTable<DriverGroup>('drivers')));
  const spellings = lazy(() => bySpelling([...places().keys()]));
  const find = (base: string): Driver | null => {
    const asked = base === 'nt' ? KERNEL : base;
    const ending = ENDINGS.find((end) => places().has(asked + end));
    const image = ending === undefined ? spelledAs(asked, spellings()) : asked + ending;
    return image === undefined ? null : driverAt(fileOf(image, asked), places().get(image));
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
  if (!base.includes('_rs')) {
    return null;
  }
  const rust = find(base.replace(/_rs(?=\.sys$|$)/, ''));
  return rust?.owner === 'windows' ? rust : null;
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
      for (const service of product.services?.split(' ') ?? []) {
        found.set(`${service}.sys`, place);
      }
      for (const image of product.images.split(' ')) {
        found.set(image, place);
      }
    }
  }
  return found;
}

/** Images with a dash, dot or number in their name, by the spelling of the module. */
function bySpelling(images: readonly string[]): ReadonlyMap<string, string> {
  const spelt = images.filter((image) => image.search(/[-.#]/) < image.lastIndexOf('.'));
  return new Map(spelt.map((image) => [spelling(image), image]));
}

/** The image that a module stands for: as it is spelled, else with its numbers left open. A file keeps its ending. */
function spelledAs(asked: string, spellings: ReadonlyMap<string, string>): string | undefined {
  const spelled = spelling(asked);
  const image = spellings.get(spelled) ?? spellings.get(spelled.replaceAll(/\d{1,20}/g, '#'));
  return image?.endsWith(ENDING.exec(asked)?.[0] ?? '') ? image : undefined;
}

/**
 * The debugger turns dashes and dots of a file name into underscores: `ace-base.sys` is shown as the module `ACE_BASE`, and
 * `Microsoft.Bluetooth.Legacy.LEEnumerator.sys` as `Microsoft_Bluetooth_Legacy_LEEnumerator`.
 */
function spelling(name: string): string {
  return name.replace(ENDING, '').replaceAll(/[-.]/g, '_');
}

/** The file's own name where a row leaves its number open (`cpuz#_x#.sys`): each version is a file of its own. */
function fileOf(image: string, asked: string): string {
  if (!image.includes('#')) {
    return image;
  }
  if (ENDING.test(asked)) {
    return asked;
  }
  const numbers = (asked.match(/\d{1,20}/g) ?? []).values();
  return image.replaceAll('#', () => numbers.next().value ?? '#');
}

function fileName(name: string): string {
  const path = name.trim().toLowerCase();
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}
