import type { Driver } from '#src/diagnosis/knowledge/knowledge.ts';
import { driverObject, formerCrash, poolUse, requestList, typedObject } from './asked-about.ts';
import { blamedHook } from './blamed-hook.ts';
import { deviceStack, listedFilter } from './listed.ts';
import { disassembly, failedDevice, otherProcessor, poolPage, watched } from './looked-up.ts';
import { checksumMismatch, partOfMachine, secondTail, timestampUnverified, unableToLoad } from './messages.ts';
import { namelessModule, oldModule, unloadedModule, unsignedModule } from './module-records.ts';
import { plantOnStack } from './on-stack.ts';
import { completionRoutine, otherRequest, otherThread, pendingDpc } from './other-listings.ts';
import type { PlantText } from './plant-text.ts';
import { rawStack } from './raw-stack.ts';
import {
  displayDll,
  type FindSeams,
  frameworkFilter,
  interruptedThread,
  irpFilter,
  kernelCallback,
  ndisFilter,
  pendedRequest,
  portClass,
  powerFilter,
  systemCallHook,
  wfpCallout,
} from './seams.ts';

/** A way to plant an innocent driver. */
export interface DecoyKind {
  /** One word or several with dashes, as `--kind` takes it. */
  readonly name: string;
  /** Kinds of product that are found in such a place. */
  readonly drivers: readonly Driver['kind'][];
  readonly ending: 'sys' | 'dll';
  readonly plant: PlantText;
}

const WATCHERS = ['anti-virus', 'anti-cheat', 'encryption', 'backup', 'other'] as const;
const FILTERS = ['file-filter', 'anti-virus', 'backup', 'encryption'] as const;
const NETWORK = ['network-filter', 'vpn', 'anti-virus'] as const;
/** No tool that overclocks: where the machine fails, its presence is a reason. */
const ANY = ['usb', 'audio', 'printer', 'bluetooth', 'input', 'vpn', 'network-adapter', 'other'] as const;

function onStack(findSeams: FindSeams): PlantText {
  return (text, innocent, random) => plantOnStack(text, findSeams, innocent, random);
}

export const DECOY_KINDS: readonly DecoyKind[] = [
  { name: 'system-call-hook', drivers: WATCHERS, ending: 'sys', plant: onStack(systemCallHook) },
  { name: 'blamed-hook', drivers: WATCHERS, ending: 'sys', plant: blamedHook },
  { name: 'irp-filter', drivers: FILTERS, ending: 'sys', plant: onStack(irpFilter) },
  { name: 'framework-filter', drivers: FILTERS, ending: 'sys', plant: onStack(frameworkFilter) },
  { name: 'ndis-filter', drivers: NETWORK, ending: 'sys', plant: onStack(ndisFilter) },
  { name: 'wfp-callout', drivers: NETWORK, ending: 'sys', plant: onStack(wfpCallout) },
  { name: 'port-class', drivers: ['audio'], ending: 'sys', plant: onStack(portClass) },
  { name: 'interrupted-thread', drivers: ANY, ending: 'sys', plant: onStack(interruptedThread) },
  { name: 'display-dll', drivers: ['display'], ending: 'dll', plant: onStack(displayDll) },
  { name: 'raw-stack', drivers: ANY, ending: 'sys', plant: rawStack },
  { name: 'old-module', drivers: ANY, ending: 'sys', plant: oldModule },
  { name: 'unsigned-module', drivers: ANY, ending: 'sys', plant: unsignedModule },
  { name: 'nameless-module', drivers: ANY, ending: 'sys', plant: namelessModule },
  { name: 'unloaded-module', drivers: ANY, ending: 'sys', plant: unloadedModule },
  { name: 'listed-filter', drivers: FILTERS, ending: 'sys', plant: listedFilter },
  { name: 'device-stack', drivers: [...FILTERS, 'storage'], ending: 'sys', plant: deviceStack },
  { name: 'other-thread', drivers: WATCHERS, ending: 'sys', plant: otherThread },
  { name: 'other-request', drivers: [...FILTERS, 'input'], ending: 'sys', plant: otherRequest },
  { name: 'completion-routine', drivers: [...FILTERS, 'input'], ending: 'sys', plant: completionRoutine },
  { name: 'pending-dpc', drivers: ANY, ending: 'sys', plant: pendingDpc },
  { name: 'unable-to-load', drivers: ANY, ending: 'sys', plant: unableToLoad },
  { name: 'checksum', drivers: ANY, ending: 'sys', plant: checksumMismatch },
  { name: 'second-tail', drivers: ANY, ending: 'sys', plant: secondTail },
  { name: 'timestamp', drivers: ANY, ending: 'sys', plant: timestampUnverified },
  { name: 'pended-request', drivers: FILTERS, ending: 'sys', plant: onStack(pendedRequest) },
  { name: 'kernel-callback', drivers: WATCHERS, ending: 'sys', plant: onStack(kernelCallback) },
  { name: 'power-filter', drivers: ['input', 'usb'], ending: 'sys', plant: onStack(powerFilter) },
  { name: 'disassembly', drivers: ANY, ending: 'sys', plant: disassembly },
  { name: 'other-processor', drivers: ANY, ending: 'sys', plant: otherProcessor },
  { name: 'pool-page', drivers: ANY, ending: 'sys', plant: poolPage },
  { name: 'watched', drivers: ANY, ending: 'sys', plant: watched },
  { name: 'failed-device', drivers: ANY, ending: 'sys', plant: failedDevice },
  { name: 'driver-object', drivers: ANY, ending: 'sys', plant: driverObject },
  { name: 'typed-object', drivers: ANY, ending: 'sys', plant: typedObject },
  { name: 'request-list', drivers: FILTERS, ending: 'sys', plant: requestList },
  { name: 'pool-use', drivers: ANY, ending: 'sys', plant: poolUse },
  { name: 'former-crash', drivers: ANY, ending: 'sys', plant: formerCrash },
  { name: 'part-of-machine', drivers: ANY, ending: 'sys', plant: partOfMachine },
];
