import { displayOwner } from '../views/display-owner.ts';
import type { Judged } from './judged.ts';

/** What sort of driver it is, as far as removing it goes. */
export type RemovalKind =
  | 'test-tool'
  | 'network-filter'
  | 'network-adapter'
  | 'vpn'
  | 'file-filter'
  | 'security'
  | 'display'
  | 'printer'
  | 'device'
  | 'service'
  | 'boot-critical';

const BY_TABLE: Readonly<Record<string, RemovalKind>> = {
  test: 'test-tool',
  'network-filter': 'network-filter',
  vpn: 'vpn',
  'file-filter': 'file-filter',
  backup: 'file-filter',
  'anti-virus': 'security',
  'anti-cheat': 'service',
  display: 'display',
  printer: 'printer',
  storage: 'boot-critical',
  encryption: 'boot-critical',
  'network-adapter': 'network-adapter',
  'card-reader': 'device',
  audio: 'device',
  usb: 'device',
  input: 'device',
  chipset: 'device',
  bluetooth: 'device',
};

/** The framework that a driver is seen calling, or called by, tells what an unknown one is. */
const BY_NEIGHBOUR: readonly [RegExp, RemovalKind][] = [
  [/^(?:ndis|nwifi|wfplwfs|fwpkclnt)$/, 'network-filter'],
  [/^fltmgr$/, 'file-filter'],
  [/^(?:dxgkrnl|dxgmms[12]|videoprt)$/, 'display'],
  [/^(?:storport|scsiport|ataport|classpnp|volmgr|partmgr)$/, 'boot-critical'],
  [/^(?:portcls|ks|usbport|usbhub3?|usbxhci|ucx01000|hidclass|bthport)$/, 'device'],
];

/** Kind by the public table, else by the frames beside the driver's own, else by the structures at hand. */
export function removalKind(judged: Judged): RemovalKind {
  const { crash, knowledge, verdict } = judged;
  const driver = knowledge.driver(verdict.culprit);
  const known = driver && BY_TABLE[driver.kind];
  if (known) {
    return known;
  }
  // What the graphics scheduler waited for drives a display, whatever list it is missing from.
  if (displayOwner(judged)?.role.image === verdict.culprit) {
    return 'display';
  }
  const neighbours = neighbourModules(crash, verdict.culprit.replace(/\.\w{1,4}$/, ''));
  const packets = crash.facts.structures.some(({ type }) => /NET_BUFFER|DOT11/i.test(type ?? ''));
  for (const [pattern, kind] of BY_NEIGHBOUR) {
    if (neighbours.some((module) => pattern.test(module))) {
      return kind;
    }
  }
  return packets ? 'network-filter' : 'service';
}

function neighbourModules(crash: Judged['crash'], stem: string): string[] {
  const modules = (crash.stack?.frames ?? []).map(({ module }) => module?.toLowerCase() ?? '');
  const found: string[] = [];
  for (const [index, module] of modules.entries()) {
    if (module === stem) {
      found.push(modules[index - 1] ?? '', modules[index + 1] ?? '');
    }
  }
  return found;
}
