/** Who holds which device and request. */

import type { Fact, Hex, Lines } from './cited.ts';

export interface IrpFact extends Fact {
  readonly address: Hex | null;
  readonly locations: readonly {
    readonly current: boolean;
    readonly major: string;
    readonly minor: string | null;
    readonly device: Hex | null;
    readonly driver: string | null;
    /** File of the driver where the debugger printed it (it looked for symbols), else null. */
    readonly image: string | null;
    readonly completion: string | null;
    readonly pending: boolean;
    /** From the function codes to the driver below them. */
    readonly lines: Lines;
  }[];
}

/** One layer of a device stack (!devstack, !devobj, !drvobj), top first. */
export interface DeviceFact extends Fact {
  readonly command: string;
  readonly device: Hex | null;
  readonly driver: string;
  readonly queried: boolean;
  /** Service, instance path or object name beside it. */
  readonly name: string | null;
  /** The node of the device tree that says `ServiceName is "…"` of it; absent where no node does. */
  readonly node?: Hex | null;
  /** Where that node is named; its service stands some lines below. */
  readonly nodeLines?: Lines;
}

/** Filters and miniports that sit on a stack (ndiskd, fltkd, usbkd, storagekd, wdfkd), and the service that a file is started as. */
export interface AttachedDriverFact extends Fact {
  readonly command: string;
  readonly kind:
    | 'ndis-filter'
    | 'ndis-miniport'
    | 'ndis-protocol'
    | 'fs-filter'
    | 'wdf-driver'
    | 'storage'
    | 'usb'
    | 'service';
  readonly name: string;
  readonly image: string | null;
  /** Where the log of a framework says that something failed on a device of this driver; absent where it does not. */
  readonly failed?: Lines;
  /** Of a service, when it is started; absent where that is not printed. */
  readonly start?: 'boot' | 'system' | 'auto' | 'demand' | 'disabled';
}

/** What tools of Windows list of the machine: values for the commands of a step, from which nothing is concluded. */
export interface ListedFact extends Fact {
  readonly of: 'network-component' | 'adapter' | 'device' | 'driver-package' | 'setting';
  /** What a command takes: component id, name of the adapter, instance path, published name; of a setting what it is called. */
  readonly name: string;
  /** What ties it to a driver (its file, service, original INF, device), the value of a setting; null where nothing does. */
  readonly by: string | null;
}

export interface VerifierFact extends Fact {
  readonly flags: Hex | null;
  readonly drivers: readonly string[];
  /** True where it shows addresses of the kernel: the debugger's listing, not that of `verifier.exe`. */
  readonly inDebugger: boolean;
}
