import type { DeviceFact } from '../facts.ts';
import type { Judged } from '../verdict/judged.ts';
import { driverRole, serviceName } from '../views/driver-role.ts';
import { namedImage } from './named-image.ts';

/**
 * `PCI\VEN_8086&DEV_15B8&SUBSYS_86721043&REV_31\3&11583659&0&FE`: keys with their values, then the place in hexadecimal.
 * Inside of quotation marks none of it means anything to a shell; ids of another shape are left to the reader.
 */
const INSTANCE =
  /^[A-Z][A-Z0-9]{1,11}\\[A-Z]{2,6}_[A-Z0-9]{1,12}(?:&[A-Z]{2,6}_[A-Z0-9]{1,12}){0,6}\\[0-9A-Fa-f][0-9A-Fa-f&.]{0,60}$/;
const OBJECT = /^\\(?:Driver|FileSystem)\\/i;

/** Instance path of the suspect's device, where a node of the device tree says it. */
export function shownDevice(judged: Judged): string | null {
  const nodes = judged.facts.devices.filter(({ name, driver }) => isInstance(name) && isOf(driver, judged));
  return nodes[0]?.name ?? null;
}

/**
 * What the suspect's service is called, where the paste prints it: a service need not be called like its file.
 * @returns a word that may stand in a command
 */
export function shownService(judged: Judged): string | null {
  const { devices, irps } = judged.facts;
  const objects = irps.flatMap(({ locations }) => locations.flatMap(({ driver }) => driver ?? []));
  const printed = [
    ...objects.filter((object) => OBJECT.test(object)),
    ...devices.filter((one) => OBJECT.test(one.driver) || one.node != null).map(({ driver }) => driver),
  ];
  const found = printed.find((object) => isOf(object, judged));
  const name = listedService(judged) ?? found?.slice(found.lastIndexOf('\\') + 1) ?? '';
  return WORD.test(name) ? name : null;
}

const WORD = /^[A-Za-z]\w{1,60}$/;

/** By the path of its file, as `sc qc` and the first command of our steps print it. */
function listedService(judged: Judged): string | null {
  const image = namedImage(judged);
  const all = judged.facts.attachedDrivers.filter(({ kind }) => kind === 'service');
  return all.find((one) => one.image?.toLowerCase() === image)?.name ?? null;
}

/** What the filter manager calls the suspect, where its list is in the paste. */
export function shownFilter(judged: Judged): string | null {
  const all = judged.facts.attachedDrivers.filter(({ kind }) => kind === 'fs-filter');
  const name = all.find((one) => isOf(one.name, judged))?.name ?? '';
  return WORD.test(name) ? name : null;
}

/** Whether it may stand in a command. */
export function isInstance(name: DeviceFact['name']): boolean {
  return name !== null && INSTANCE.test(name);
}

function isOf(object: string, judged: Judged): boolean {
  return driverRole(serviceName(object), judged)?.image === namedImage(judged);
}
