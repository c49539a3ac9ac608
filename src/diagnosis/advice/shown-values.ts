import type { ListedFact } from '../facts.ts';
import { debuggerModule } from '../names/file-names.ts';
import type { Judged } from '../verdict/judged.ts';
import { namedImage } from './named-image.ts';
import { isInstance, shownDevice, shownService } from './shown-device.ts';

/** Values for the places in commands, where the paste prints them: null each where it does not, or where there are several. */
export function shownValues(judged: Judged) {
  const instance = shownDevice(judged) ?? listedDevice(judged);
  return {
    ComponentID: component(judged),
    Name: adapter(judged),
    InstanceId: instance,
    InfName: driverPackage(judged, instance),
    StartMode: startMode(judged),
    CurrentAC: setting('CurrentAC', judged),
    CrashDumpEnabled: setting('CrashDumpEnabled', judged),
  };
}

/** Where all say one thing. */
function only(values: readonly string[]): string | null {
  const [first, ...others] = new Set(values);
  return first === undefined || others.length > 0 ? null : first;
}

function listed(of: ListedFact['of'], { facts }: Judged): readonly ListedFact[] {
  return facts.listed.filter((one) => one.of === of);
}

/** Vendors put their name before that of the driver: `INSECURE_NPCAP` is that of npcap.sys. */
function component(judged: Judged): string | null {
  const own = baseOf(judged);
  const names = listed('network-component', judged).map(({ name }) => name);
  const isOwn = (id: string) => id === own || id.endsWith(`_${own}`);
  return own === '' ? null : only(names.filter((name) => isOwn(name.toLowerCase())));
}

function adapter(judged: Judged): string | null {
  const image = namedImage(judged);
  const own = listed('adapter', judged).filter(({ by }) => by?.toLowerCase() === image);
  return only(own.map(({ name }) => name));
}

function listedDevice(judged: Judged): string | null {
  const service = shownService(judged)?.toLowerCase();
  const own = listed('device', judged).filter(({ by }) => service !== undefined && by?.toLowerCase() === service);
  return only(own.map(({ name }) => name).filter(isInstance));
}

/** Of the INF that is called like the file, or of the device. */
function driverPackage(judged: Judged, instance: string | null): string | null {
  const ties = [`${baseOf(judged)}.inf`, ...(instance === null ? [] : [instance.toLowerCase()])];
  const own = listed('driver-package', judged).filter(({ by }) => by !== null && ties.includes(by.toLowerCase()));
  return only(own.map(({ name }) => name).filter((name) => /^oem\d{1,5}\.inf$/i.test(name)));
}

function startMode(judged: Judged): string | null {
  const image = namedImage(judged);
  const own = judged.facts.attachedDrivers.filter((one) => one.image?.toLowerCase() === image);
  return only(own.flatMap(({ start }) => start ?? []));
}

/** In decimal digits, which every tool takes. */
function setting(name: string, judged: Judged): string | null {
  const values = listed('setting', judged).flatMap((one) => (one.name === name && one.by !== null ? [one.by] : []));
  const value = only(values);
  return value !== null && /^(?:0x[0-9a-f]{1,8}|\d{1,9})$/i.test(value) ? `${Number(value)}` : null;
}

function baseOf(judged: Judged): string {
  return debuggerModule(namedImage(judged)).toLowerCase();
}
