import type { DriverGroup } from './driver-row.ts';
import type { Driver } from './knowledge.ts';
import { lazy } from './lazy.ts';
import { readTable } from './read-table.ts';

/** The files the kernel is loaded from, under each of which the debugger may show the module `nt`. */
const KERNEL = 'ntoskrnl.exe';

/**
 * Finds an image (`NDIS.SYS`, `\SystemRoot\…\ndis.sys`) or a module name (`ndis`). A module name carries no ending and
 * may have dashes turned to underscores by the debugger (`l1c63x64-r2` is shown as `l1c63x64_r2`).
 */
export function driverTable(): (name: string) => Driver | null {
  const groups = lazy(() => readTable<DriverGroup>('drivers'));
  const images = lazy(() => byImage(groups()));
  const modules = lazy(() => byModule(images()));
  return (name) => {
    const image = fileName(name);
    if (image === 'nt') return images().get(KERNEL) ?? null;
    return images().get(image) ?? modules().get(image.replaceAll('-', '_')) ?? null;
  };
}

function byImage(groups: readonly DriverGroup[]): ReadonlyMap<string, Driver> {
  const found = new Map<string, Driver>();
  for (const { of: products, ...shared } of groups) {
    for (const { images, vendor = null, product = null, support = null } of products) {
      for (const image of images.split(' ')) found.set(image, { image, ...shared, vendor, product, support });
    }
  }
  return found;
}

function byModule(images: ReadonlyMap<string, Driver>): ReadonlyMap<string, Driver> {
  const found = new Map<string, Driver>();
  for (const [image, driver] of images) {
    const module = image.replace(/\.[a-z]{3}$/, '').replaceAll('-', '_');
    // Where a driver and a library share a name (`ks.sys`), a kernel stack means the driver.
    if (!found.has(module) || image.endsWith('.sys')) found.set(module, driver);
  }
  return found;
}

function fileName(name: string): string {
  const path = name.trim().toLowerCase();
  return path.slice(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
}
