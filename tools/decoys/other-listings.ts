import { printAddress } from './frame-row.ts';
import { codeOffset, type Innocent, is64Bit } from './innocent.ts';
import { addressLike, afterwards } from './paste-end.ts';
import type { PlantText } from './plant-text.ts';

/** Stops that are about who holds a request: there a request that is looked at is no chance. */
const ABOUT_REQUESTS =
  /\((?:9f|a0|fe|10d|14f|44|76|cb)\)|POWER_STATE|WDF_VIOLATION|USB_DRIVER|MULTIPLE_IRP|LOCKED_PAGES|PDC_WATCHDOG/i;
/** Stops that are about who keeps a processor, a lock or a thread. */
const ABOUT_WAITING =
  /\((?:133|101|9f|e2|13c|15e|162|ef)\)|WATCHDOG|POWER_STATE|MANUALLY_INITIATED|_NOT_OWNED|DEADLOCK|AUTO_BOOST/i;

/** A thread that waits inside a callback for new processes: somebody looked at it, too. */
export const otherThread: PlantText = (text, innocent, random) => {
  if (ABOUT_WAITING.test(text) || !is64Bit(text)) {
    return null;
  }
  const at = places(text, random);
  const own = `${innocent.module}+0x${codeOffset(innocent, random).toString(16)}`;
  const sites = [
    'nt!KiSwapContext+0x76',
    'nt!KiSwapThread+0x500',
    'nt!KiCommitThreadWait+0x14f',
    'nt!KeWaitForSingleObject+0x233',
    own,
    'nt!PspCallProcessNotifyRoutines+0x213',
    'nt!PspInsertThread+0x5e2',
    'nt!NtCreateUserProcess+0xddb',
    'nt!KiSystemServiceCopyEnd+0x25',
  ];
  return afterwards(text, `!thread ${at(0).replace('`', '')}`, [
    `THREAD ${at(0).replace('`', '')}  Cid 0f28.1a7c  Teb: 0000005b2f3d6000 Win32Thread: 0000000000000000 WAIT: (Executive) KernelMode Non-Alertable`,
    `    ${at(1).replace('`', '')}  NotificationEvent`,
    'Child-SP          RetAddr               Call Site',
    ...sites.map(
      (site, row) =>
        `${at(8 + row)} ${printAddress(innocent.start + BigInt(row * 0x40), addressLike(text))}     : ${site}`,
    ),
  ]);
};

/** Another request than any the stop is about lies with the innocent. */
export const otherRequest: PlantText = (text, { module }, random) =>
  requestAt(text, random, (at) => location('>', 'e1', at, module, ''));

/** A request at the disk's driver, for which the innocent above asked to be told of the end. */
export const completionRoutine: PlantText = (text, { module }, random) =>
  requestAt(text, random, (at) => location('>', 'e0', at, 'disk', `${module}!OnCompleted`));

/** A routine of the innocent is queued on some processor, as on every machine. */
export const pendingDpc: PlantText = (text, innocent, random) => {
  if (ABOUT_WAITING.test(text)) {
    return null;
  }
  const at = places(text, random);
  const code = printAddress(innocent.start + codeOffset(innocent, random), addressLike(text)).replace('`', '');
  return afterwards(text, '!dpcs', [
    'CPU Type      KDPC       Function',
    ` 0: Normal  : 0x${at(0).replace('`', '')} 0x${code} ${innocent.module}!TimerDpc`,
  ]);
};

function requestAt(text: string, random: () => number, own: (device: string) => string[]): string | null {
  if (ABOUT_REQUESTS.test(text)) {
    return null;
  }
  const at = places(text, random);
  const [request, device] = [at(0), at(1)].map((address) => address.replace('`', ''));
  return afterwards(text, `!irp ${request}`, [
    `Irp is active with 2 stacks 2 is current (= 0x${request})`,
    ' No Mdl: No System Buffer: Thread 00000000:  Irp stack trace.  ',
    '     cmd  flg cl Device   File     Completion-Context',
    ` [  0, 0]   0  0 ${'0'.repeat(8)} ${'0'.repeat(8)} 00000000-00000000    `,
    '			Args: 00000000 00000000 00000000 00000000',
    ...own(device ?? ''),
  ]);
}

function location(mark: string, control: string, device: string, module: Innocent['module'], done: string): string[] {
  return [
    `${mark}[IRP_MJ_READ(3), N/A(0)]`,
    `            0 ${control} ${device} 00000000 00000000-00000000    Success Error Cancel pending`,
    `	       \\Driver\\${module}	${done}`.trimEnd(),
    '			Args: 00001000 00000000 00000000 00000000',
  ];
}

/** Addresses of objects of the pool, the same for the same number. */
function places(text: string, random: () => number): (at: number) => string {
  const like = addressLike(text);
  const [pool, room] = is64Bit(text) ? [0xffff_8d07_2000_0000n, 0x1000_0000] : [0x8700_0000n, 0x100_0000];
  const from = pool + BigInt(Math.floor(random() * room)) * 16n;
  return (at) => printAddress(from + BigInt(at) * 0x60n, like);
}
