import type { FrameRow } from './frame-row.ts';

/** A frame of Windows that comes with the planted driver, or the driver itself. */
export type SeamFrame = 'innocent' | { readonly module: string; readonly function: string; readonly offset: string };

/** Where frames can stand in a call chain: behind the row `after`, upper one first. */
export interface Seam {
  readonly after: number;
  readonly frames: readonly SeamFrame[];
}

/** Finds where, in a call chain, somebody could have stood who only handed something on. */
export type FindSeams = (rows: readonly FrameRow[]) => Seam[];

/** What Windows does about a fault; the crash lies below it. */
const MACHINERY = [
  ...[/^K[ei]BugCheck/, /^DbgBreakPoint/, /^Rtlp?Break/, /^VerifierBugCheck/, /^VfReport/],
  ...[/^KiPageFault$/, /^KiTrap/, /^Ki\w{2,30}Fault$/, /^MmAccessFault$/, /^MiSystemFault$/],
  ...[/Exception/, /^ExecuteHandler2?$/, /^KiFastFail/, /^KiRaise/, /^KiSystemServiceHandler$/],
];
const SYSTEM_CALL = /^(?:KiSystemServiceCopyEnd|KiSystemServicePostCall|KiSystemService|KiFastCallEntry)$/;
/** Below the entry of a system call that somebody in the kernel made: whoever it was is then no bystander. */
const KERNEL_ASKS = /^KiServiceLinkage$/;
/** What carries a system call out. */
const SERVICE = /^Nt[A-Z]/;
const MOST_LEFTOVERS = 2;
const CALL_DRIVER = /^(?:IofCallDriver|IovCallDriver|IopfCallDriver)$/;
const INTERRUPT = /^(?:KiDpcInterrupt|KiApcInterrupt|KiInterruptDispatch\w*|KiChainedDispatch\w*|KiIpiInterrupt\w*)$/;
const LAST_OF_DPC = /^(?:KiRetireDpcList|KxRetireDpcList|KiDispatchInterrupt\w*)$/;
const READING_PAGE = /^(?:MiIssueHardFault\w*|MiDispatchFault|MiWaitForInPageComplete|IoPageRead\w*)$/;
const DRAWING = /^(?:Eng|Off|Sp[A-Z]|b[A-Z]|v[A-Z]|EPATHOBJ|EncodeRLE|HFD)/;
/** Called by a drawing function of the graphics core, itself none: below such a one a display DLL may have stood. */
const DRAWN_FOR = /^Gre[A-Z]/;
/** What a filter's own indication or send calls next. */
const NDIS_RECEIVE = /^ndis(?:MTopReceiveNetBufferLists|CallReceiveHandler|InvokeNextReceiveHandler)$/;
const NDIS_SEND = /^ndis(?:MSendNBLToMiniport\w{0,20}|MSendNetBufferLists\w{0,40}|SendNBLToFilter|CallSendHandler)$/;
const STREAM = /^Tcp\w{0,60}(?:Receive|Deliver|Datagram|Indicate|Send)\w{0,60}$/;

/**
 * A third party's hook between the system call and the function that carries it out. On 32-bit machines the debugger often
 * prints a leftover or two between them; the hook stands right below the function that it called.
 */
export const systemCallHook: FindSeams = (rows) =>
  between(rows, (above, below) => isWindows(above) && !isMachinery(above) && matches(below, SYSTEM_CALL)).map((at) => {
    const service = rows.slice(0, at + 1).findLastIndex((row) => isWindows(row) && matches(row, SERVICE));
    return { after: service >= at - MOST_LEFTOVERS ? service : at, frames: ['innocent'] };
  });

/** A filter driver above the one that the request went to. */
export const irpFilter: FindSeams = (rows) =>
  requestsHandedOn(rows).map(({ after, calls }) => ({ after, frames: ['innocent', ...calls] }));

/** The same, written with the driver framework. */
export const frameworkFilter: FindSeams = (rows) =>
  requestsHandedOn(rows).map(({ after, calls }) => ({
    after,
    frames: [
      { module: 'Wdf01000', function: 'FxIoTarget::SubmitLocked', offset: '0x1ab' },
      { module: 'Wdf01000', function: 'FxIoTarget::Submit', offset: '0x1a0' },
      { module: 'Wdf01000', function: 'imp_WdfRequestSend', offset: '0x24b' },
      'innocent',
      { module: 'Wdf01000', function: 'FxIoQueue::DispatchRequestToDriver', offset: '0x1b6' },
      { module: 'Wdf01000', function: 'FxIoQueue::DispatchEvents', offset: '0x4ee' },
      { module: 'Wdf01000', function: 'FxPkgIo::DispatchStep1', offset: '0x537' },
      { module: 'Wdf01000', function: 'FxDevice::DispatchWithLock', offset: '0x157' },
      ...calls,
    ],
  }));

/**
 * A minifilter that had put a request aside and lets it go on from a thread of its own: what fails below the file system is
 * the request of somebody else.
 */
export const pendedRequest: FindSeams = (rows) =>
  requestsHandedOn(rows).map(({ after }) => ({
    after,
    frames: [
      { module: 'FLTMGR', function: 'FltpCallLegacyFastIo', offset: '0x1c' },
      { module: 'FLTMGR', function: 'FltpPassThroughInternal', offset: '0x90' },
      { module: 'FLTMGR', function: 'FltCompletePendedPreOperation', offset: '0x15a' },
      'innocent',
      { module: 'FLTMGR', function: 'FltpProcessGenericWorkItem', offset: '0x4d' },
      { module: 'nt', function: 'ExpWorkerThread', offset: '0x105' },
    ],
  }));

/** A security product asked Windows for something while it was told of a new process; Windows failed in doing it. */
export const kernelCallback: FindSeams = (rows) =>
  between(rows, (above, below) => isWindows(above) && !isMachinery(above) && matches(below, SYSTEM_CALL))
    .filter((at) => !matches(rows[at + 2], KERNEL_ASKS) && isDeepInside(rows, at))
    .map((at) => ({
      after: at + 1,
      frames: [
        { module: 'nt', function: 'KiServiceLinkage', offset: '' },
        'innocent',
        { module: 'nt', function: 'PspCallProcessNotifyRoutines', offset: '0x213' },
        { module: 'nt', function: 'PspInsertThread', offset: '0x5e2' },
        { module: 'nt', function: 'NtCreateUserProcess', offset: '0xddb' },
        { module: 'nt', function: 'KiSystemServiceCopyEnd', offset: '0x25' },
      ],
    }));

/** A filter of the keyboard or another device that gives a power request to the driver below. */
export const powerFilter: FindSeams = (rows) =>
  requestsHandedOn(rows).map(({ after }) => ({
    after,
    frames: [
      { module: 'nt', function: 'PoCallDriver', offset: '0x9' },
      'innocent',
      { module: 'nt', function: 'PopIrpWorker', offset: '0x207' },
      { module: 'nt', function: 'PspSystemThreadStartup', offset: '0x55' },
    ],
  }));

/** Whoever ran when an interrupt, a deferred call or the reading of a page came. */
export const interruptedThread: FindSeams = (rows) => {
  const interrupts = rows.flatMap((row, at) => (matches(row, INTERRUPT) && hasActed(rows, at) ? [at] : []));
  const paging = rows.flatMap((row, at) =>
    row.function === 'KiPageFault' && rows.slice(0, at).some((above) => matches(above, READING_PAGE)) ? [at] : [],
  );
  const places = [...interrupts, ...paging].map((after): Seam => ({ after, frames: ['innocent'] }));
  const last = rows.findLastIndex(({ module }) => module !== null);
  return places.length === 0 && matches(rows[last], LAST_OF_DPC)
    ? [{ after: last, frames: ['innocent', { module: 'nt', function: 'PspSystemThreadStartup', offset: '0x55' }] }]
    : places;
};

/**
 * A display DLL that was asked to draw and gives the drawing back. Where a 32-bit trap hides who drew, the drawing function
 * is the one between the trap and the graphics core.
 */
export const displayDll: FindSeams = (rows) => {
  const drawn = between(rows, (above, below) => isGraphics(above) && isGraphics(below) && matches(above, DRAWING));
  const hidden = rows.findIndex(
    (above, at) => isMachinery(above) && isGraphics(rows[at + 1]) && matches(rows[at + 1], DRAWN_FOR),
  );
  return [...drawn, ...(hidden === -1 ? [] : [hidden])].map((after): Seam => {
    const module = rows[after + 1]?.module ?? 'win32k';
    const isAsked = rows[after]?.function?.startsWith('Eng') ?? false;
    return {
      after,
      frames: isAsked ? ['innocent'] : [{ module, function: 'EngCopyBits', offset: '0x76' }, 'innocent'],
    };
  });
};

/** A filter below the protocol: packets go through it up or down. */
export const ndisFilter: FindSeams = (rows) => {
  const isNetwork = ({ module }: FrameRow) => /^(?:ndis|tcpip)$/i.test(module ?? '');
  return between(rows, (above, below) => isNetwork(below) && /^ndis$/i.test(above.module ?? '')).flatMap(
    (after): Seam[] => {
      const above = rows[after];
      if (matches(above, NDIS_RECEIVE)) {
        return [{ after, frames: [ndis('NdisFIndicateReceiveNetBufferLists', '0x6e'), 'innocent'] }];
      }
      return matches(above, NDIS_SEND)
        ? [{ after, frames: [ndis('NdisFSendNetBufferLists', '0x9d'), 'innocent'] }]
        : [];
    },
  );
};

/** A callout of the filtering platform that puts a stream back as it was. */
export const wfpCallout: FindSeams = (rows) =>
  between(rows, (above, below) => isStream(above) && isStream(below)).map((after) => ({
    after,
    frames: [
      { module: 'NETIO', function: 'StreamInjectRequestsToStack', offset: '0x2f1' },
      { module: 'fwpkclnt', function: 'FwpsStreamInjectAsync0', offset: '0x165' },
      'innocent',
      { module: 'NETIO', function: 'StreamInvokeCalloutAndNormalizeAction', offset: '0x9e' },
      { module: 'NETIO', function: 'StreamProcessCallout', offset: '0x70c' },
      { module: 'NETIO', function: 'ProcessCallout', offset: '0x703' },
      { module: 'NETIO', function: 'KfdClassify', offset: '0x37e' },
    ],
  }));

/** An adapter driver that hands a request on to the audio port. */
export const portClass: FindSeams = (rows) =>
  between(rows, (above, below) => /^portcls$/i.test(above.module ?? '') && !/^portcls$/i.test(below.module ?? '')).map(
    (after) => ({ after, frames: [{ module: 'portcls', function: 'PcDispatchIrp', offset: '0xc5' }, 'innocent'] }),
  );

function ndis(name: string, offset: string): SeamFrame {
  return { module: 'ndis', function: name, offset };
}

/** Rows whose next one below is as wanted, where something happened above both. */
function between(rows: readonly FrameRow[], isSeam: (above: FrameRow, below: FrameRow) => boolean): number[] {
  return rows.flatMap((above, at) => {
    const below = rows[at + 1];
    return below && isSeam(above, below) && hasActed(rows, at + 1) ? [at] : [];
  });
}

/** As far inside a service as nothing is handled any more that its caller handed it. */
const DEEP = 3;

function isDeepInside(rows: readonly FrameRow[], service: number): boolean {
  return rows.slice(0, service + 1).filter((row) => !isMachinery(row)).length >= DEEP;
}

/** Where a driver was given a request: the rows that gave it, which the forwarder repeats. */
function requestsHandedOn(rows: readonly FrameRow[]): { after: number; calls: SeamFrame[] }[] {
  return rows.flatMap((row, at) => {
    if (!matches(row, CALL_DRIVER) || matches(rows[at + 1], CALL_DRIVER) || !rows[at + 1]) {
      return [];
    }
    const from = matches(rows[at - 1], CALL_DRIVER) ? at - 1 : at;
    return isNotKernel(rows[from - 1])
      ? [{ after: at, calls: rows.slice(from, at + 1).flatMap((call) => sameFrame(call)) }]
      : [];
  });
}

function sameFrame({ module, function: name, symbol }: FrameRow): SeamFrame[] {
  const offset = symbol.split('+')[1] ?? '';
  return module && name ? [{ module, function: name, offset }] : [];
}

/** A driver that is on its way to crash, not the kernel that found no driver to call. */
function isNotKernel(row: FrameRow | undefined): boolean {
  return row !== undefined && row.module !== null && row.module !== 'nt';
}

function hasActed(rows: readonly FrameRow[], below: number): boolean {
  return rows.slice(0, below).some((row) => !isMachinery(row));
}

function isMachinery(row: FrameRow): boolean {
  return row.module === 'nt' && MACHINERY.some((pattern) => matches(row, pattern));
}

function isWindows({ module }: FrameRow): boolean {
  return /^(?:nt|win32k\w*)$/i.test(module ?? '');
}

function isGraphics(row: FrameRow | undefined): boolean {
  return /^win32k(?:full|base)?$/i.test(row?.module ?? '');
}

function isStream({ module, function: name }: FrameRow): boolean {
  return module === 'tcpip' && STREAM.test(name ?? '');
}

function matches(row: FrameRow | undefined, pattern: RegExp): boolean {
  return pattern.test(row?.function ?? '');
}
