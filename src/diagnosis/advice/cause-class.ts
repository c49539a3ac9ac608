import type { ModuleFact } from '../facts.ts';
import {
  isFileSystem,
  isGuestAdapter,
  isGuestDriver,
  isHardwareDriver,
  isVirtualAdapter,
} from '../knowledge/images.ts';
import type { Driver } from '../knowledge/knowledge.ts';
import { debuggerModule } from '../names/file-names.ts';
import type { Judged } from '../verdict/judged.ts';
import { displayOwner } from '../views/display-owner.ts';
import { serviceName } from '../views/driver-role.ts';
import { isGuest } from '../views/guest-machine.ts';
import { isDeliberate } from '../views/occasion.ts';
import type { CauseClass } from './cause-classes.ts';
import EVIDENCE from './class-evidence.json' with { type: 'json' };
import { namedImage } from './named-image.ts';
import { shownDevice } from './shown-device.ts';

/** What sort of cause the verdict names, as far as the public tables and the paste tell. */
export function causeClass(judged: Judged): CauseClass {
  const { crash, knowledge, verdict } = judged;
  if (crash.kind === 'user') {
    return 'program';
  }
  if (verdict.culprit === 'unknown') {
    return isDeliberate(judged) ? 'deliberate' : 'open';
  }
  if (verdict.culprit === 'hardware') {
    return 'hardware';
  }
  const driver = knowledge.driver(verdict.culprit);
  if (verdict.culprit === 'os' || driver?.owner === 'windows') {
    return isHardwareDriver(namedImage(judged)) ? 'windows-device' : 'windows';
  }
  return byTable(driver, judged) ?? byEvidence(judged) ?? 'service';
}

function byTable(driver: Driver | null, judged: Judged): CauseClass | null {
  const image = judged.verdict.culprit;
  if (isFileSystem(image)) {
    return 'file-system';
  }
  if (isVirtualAdapter(image)) {
    return 'virtual-adapter';
  }
  // The row of a guest's adapter may be of its product: VMware, Xen, a cloud.
  if (isGuestAdapter(image)) {
    return 'guest-adapter';
  }
  const kinds: Readonly<Record<string, string>> = EVIDENCE.byKind;
  const found = driver && (kinds[driver.kind] as CauseClass | undefined);
  if (found === 'network-adapter' && isGuest(judged.facts)) {
    return 'guest-adapter';
  }
  if (found === 'hypervisor' && (isGuestDriver(image) || isGuest(judged.facts))) {
    return 'guest-tools';
  }
  // Products that filter the network by callouts have no binding to an adapter that could be taken away.
  if (found === 'ndis-filter' && (/wfp/.test(image) || byNeighbours(judged, ownName(image)) === 'packet-callout')) {
    return 'packet-callout';
  }
  return found ?? null;
}

function ownName(image: string): string {
  return debuggerModule(image).toLowerCase();
}

/** What an image that no table knows shows of itself: the nearer to its own code, the more it says. */
function byEvidence(judged: Judged): CauseClass | null {
  const { facts, verdict } = judged;
  const own = ownName(verdict.culprit);
  const isOwn = (name: string | null) => name !== null && debuggerModule(name).toLowerCase() === own;
  // What the graphics scheduler waited for drives a display, whatever list it is missing from.
  if (displayOwner(judged)?.role.image === verdict.culprit) {
    return 'display';
  }
  const attached = facts.attachedDrivers.find(
    ({ image, name, kind }) => kind !== 'service' && (isOwn(image) || isOwn(name)),
  );
  const kinds: Readonly<Record<string, string>> = EVIDENCE.byAttachment;
  const record = facts.modules.find(({ name, image }) => isOwn(name) || isOwn(image));
  return (
    named(attached && kinds[attached.kind]) ??
    byNeighbours(judged, own) ??
    (record === undefined ? null : byDescription(record)) ??
    byDevice(judged) ??
    byBus(judged, isOwn) ??
    (facts.structures.some(({ type }) => /NET_BUFFER|DOT11/i.test(type ?? '')) ? 'network-driver' : null)
  );
}

/** What it calls, then what stands beside it on the stack. */
function byNeighbours({ crash }: Judged, own: string): CauseClass | null {
  const frames = crash.stack?.frames ?? [];
  const beside = frames.filter((_, at) =>
    [frames[at - 1], frames[at + 1]].some((other) => other?.module?.toLowerCase() === own),
  );
  const neighbours = beside.filter(({ module }) => module?.toLowerCase() !== own);
  const call = EVIDENCE.byCall.find(({ begins }) =>
    neighbours.some(({ function: name }) => begins.some((begin) => name?.startsWith(begin))),
  );
  const modules = new Set(neighbours.map(({ module }) => module?.toLowerCase()));
  const found = call ?? EVIDENCE.byNeighbour.find(({ modules: wanted }) => wanted.some((name) => modules.has(name)));
  return named(found?.class);
}

function byDescription({ description, product }: ModuleFact): CauseClass | null {
  const text = `${description ?? ''} ${product ?? ''}`.toLowerCase();
  return named(EVIDENCE.byDescription.find(({ words }) => words.some((word) => text.includes(word)))?.class);
}

function byDevice(judged: Judged): CauseClass | null {
  const instance = shownDevice(judged)?.toLowerCase();
  return named(EVIDENCE.byInstance.find(({ begins }) => instance?.startsWith(begins))?.class);
}

/** The driver below it in the request that it holds, or in its device stack, is that of the bus its device hangs on. */
function byBus({ facts }: Judged, isOwn: (name: string | null) => boolean): CauseClass | null {
  const objects = [
    ...facts.irps.flatMap(({ locations }) => locations.flatMap(({ driver }) => driver ?? [])),
    ...facts.devices.map(({ driver }) => driver),
  ].map(serviceName);
  const modules = new Set(objects);
  return objects.some(isOwn)
    ? named(EVIDENCE.byBus.find((one) => one.modules.some((name) => modules.has(name)))?.class)
    : null;
}

/** The tests check that the table holds only classes. */
function named(found: string | undefined): CauseClass | null {
  return (found as CauseClass | undefined) ?? null;
}
