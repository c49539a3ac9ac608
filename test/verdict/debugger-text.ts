/** Invented debugger output in the shapes that WinDbg prints. */

const NAMES: Readonly<Record<string, string>> = {
  d1: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
  '50': 'PAGE_FAULT_IN_NONPAGED_AREA',
  '1a': 'MEMORY_MANAGEMENT',
  '44': 'MULTIPLE_IRP_COMPLETE_REQUESTS',
  be: 'ATTEMPTED_WRITE_TO_READONLY_MEMORY',
  c9: 'DRIVER_VERIFIER_IOMANAGER_VIOLATION',
  c2: 'BAD_POOL_CALLER',
  f7: 'DRIVER_OVERRAN_STACK_BUFFER',
  d6: 'DRIVER_PAGE_FAULT_BEYOND_END_OF_ALLOCATION',
  '19': 'BAD_POOL_HEADER',
  '9f': 'DRIVER_POWER_STATE_FAILURE',
  c4: 'DRIVER_VERIFIER_DETECTED_VIOLATION',
  '124': 'WHEA_UNCORRECTABLE_ERROR',
  '133': 'DPC_WATCHDOG_VIOLATION',
  '7e': 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED',
  '1e': 'KMODE_EXCEPTION_NOT_HANDLED',
  '3b': 'SYSTEM_SERVICE_EXCEPTION',
  '80': 'NMI_HARDWARE_FAILURE',
  '7a': 'KERNEL_DATA_INPAGE_ERROR',
  '7f': 'UNEXPECTED_KERNEL_MODE_TRAP',
  '101': 'CLOCK_WATCHDOG_TIMEOUT',
  '116': 'VIDEO_TDR_FAILURE',
  '117': 'VIDEO_TDR_TIMEOUT_DETECTED',
  '119': 'VIDEO_SCHEDULER_INTERNAL_ERROR',
  e1: 'WORKER_THREAD_RETURNED_AT_BAD_IRQL',
  e2: 'MANUALLY_INITIATED_CRASH',
  '1c8': 'MANUALLY_INITIATED_POWER_BUTTON_HOLD',
  '161': 'LIVE_SYSTEM_DUMP',
  ef: 'CRITICAL_PROCESS_DIED',
  f4: 'CRITICAL_OBJECT_TERMINATION',
  fc: 'ATTEMPTED_EXECUTE_OF_NOEXECUTE_MEMORY',
  deaddead: 'MANUALLY_INITIATED_CRASH1',
};

export const CRASH_TOP = ['nt!KeBugCheckEx', 'nt!KiBugCheckDispatch+0x86', 'nt!KiPageFault+0x486'];
export const THREAD_END = ['nt!PspSystemThreadStartup+0x72', 'nt!KiStartSystemThread+0x45'];

/** The header of !analyze with four arguments. */
export function analyze(code: string, args: readonly string[]): string {
  const lines = args.map((arg, index) => `Arg${index + 1}: ${arg.padStart(16, '0')}, what it means`);
  return `0: kd> !analyze -v\n\n${NAMES[code]} (${code})\nAn invented example.\nArguments:\n${lines.join('\n')}\n\nDebugging Details:\n------------------\n\n`;
}

/** STACK_TEXT with these call sites. */
export function stackText(...sites: readonly string[]): string {
  const rows = sites.map(
    (site, index) =>
      `${wide(0xffff8a0c51b0e000n, index)} ${wide(0xfffff80312340000n, index)}     : ${'00000000`00000000 '.repeat(4)}: ${site}`,
  );
  return `STACK_TEXT:  \n${rows.join('\n')}\n\n`;
}

export const POOL = `1: kd> !pool 0xffffd30a52c1ee30 2
Pool page ffffd30a52c1ee30 region is Nonpaged pool
*ffffd30a52c1ee00 size:  100 previous size:    0  (Allocated) *Acm1
		Owning component : Unknown (update pooltag.txt)
`;

export const TAG_SEARCH = `1: kd> !mex.tag Acm1
Name    Number of Hits Version Time Stamp          Location
=====================================================================
acmeflt 1              0.0.0.0 07/01/2019 16:59:12 \\SystemRoot\\system32\\DRIVERS\\acmeflt.sys
`;

function wide(base: bigint, index: number): string {
  const digits = (base + BigInt(index) * 0x60n).toString(16).padStart(16, '0');
  return `${digits.slice(0, 8)}\`${digits.slice(8)}`;
}
