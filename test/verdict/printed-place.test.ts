import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { analyze, stackText, THREAD_END } from './debugger-text.ts';

/** What is said of a fault contradicts nothing that the debugger prints of it. */

const knowledge = loadKnowledge();

function judged(text: string) {
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  const { verdict, suspects, failure } = crash?.judgement ?? { verdict: null, suspects: [], failure: null };
  const texts = suspects.flatMap(({ evidence }) => evidence.map((one) => one.text.en));
  return { culprit: verdict?.culprit, said: texts.join('\n'), failure, next: crash?.judgement.nextCommands ?? [] };
}

const EXCEPTION = `KERNEL_MODE_EXCEPTION_NOT_HANDLED (8e)
Arguments:
Arg1: c0000005, The exception code that was not handled
Arg2: 91c40b13, The address that the exception occurred at
Arg3: a4e17a54, Trap Frame
Arg4: 00000000

Debugging Details:
------------------

`;
const SITE = `FAULTING_IP:
win32k!AcmeUnlink+13
91c40b13 8901            mov     dword ptr [ecx],eax

`;
const LOST = `STACK_TEXT:
a4e17444 828f10a7 0000008e c0000005 91c40b13 nt!KeBugCheckEx+0x1e
a4e179e4 8287a9a6 a4e17a00 00000000 a4e17a54 nt!KiDispatchException+0x1ac
a4e17a4c 8287a95a a4e17ac8 91c40b13 badb0d00 nt!CommonDispatchException+0x4a
a4e17ac8 91c40be6 ff71a000 fb74cd28 a4e17af0 nt!Kei386EoiHelper+0x192
a4e17ad8 91cef63d ff71a010 91cef5c0 fb784cf0 win32k!EngFreeMem+0x16
a4e17af0 828791c6 0500017c 001cf9cc 76c26bf4 win32k!NtGdiDeleteObjectApp+0x60
a4e17b28 76c26bf4 0500017c 001cf9cc 76c26bf4 nt!KiSystemServicePostCall
`;

test('where an exception took the frame that failed from the stack, what is printed of the fault names it', () => {
  const { culprit, said } = judged(EXCEPTION + SITE + LOST);
  assert.equal(culprit, 'os');
  assert.match(said, /fault is in win32k!AcmeUnlink\+0x13/);
  assert.doesNotMatch(said, /fault is in win32k!EngFreeMem/);
});

test('a frame that is there is named as it stands there', () => {
  const { said } = judged(EXCEPTION + SITE.replace('AcmeUnlink+13', 'EngFreeMem+13') + LOST);
  assert.match(said, /fault is in win32k!EngFreeMem\+0x16/);
});

const REQUEST = (between: string) => `PAGE_FAULT_IN_NONPAGED_AREA (50)
Arguments:
Arg1: ffff0000, memory referenced.
Arg2: 00000001, value 0 = read operation, 1 = write operation.
Arg3: 804f3a76, If non-zero, the instruction address which referenced the bad memory
	address.
Arg4: 00000000, (reserved)

STACK_TEXT:
a6c155b8 8051bc7f 00000050 ffff0000 00000001 nt!KeBugCheckEx+0x1b
a6c15618 805395d4 00000001 ffff0000 00000000 nt!MmAccessFault+0x8e7
a6c15618 804f3a76 00000001 ffff0000 00000000 nt!KiTrap0E+0xcc
a6c156e8 804fcaf1 8216ac80 a6c15734 a6c15728 nt!IopCompleteRequest+0x92
${between}a6c1578c a272b5a1 81f6a288 00000000 81e002d8 NDIS!NdisScheduleWorkItem+0x21
a6c157a8 a273a544 a6c157c8 a273a30e 8216ac40 bthpan!BthpanReqAdd+0x16b
a6c15ac4 80574d56 8216acb0 81d74d68 8216ac40 nt!IopfCallDriver+0x31
a6c15ad8 80575c11 81e6f550 8216ac40 81d74d68 nt!IopSynchronousServiceTail+0x70
a6c15b80 8056d57c 000006a8 00000000 00000000 nt!IopXxxControlFile+0x5e7
a6c15bb4 8053c6d8 000006a8 00000000 00000000 nt!NtDeviceIoControlFile+0x2a
`;
const APC = 'a6c15738 80540890 00000000 00000000 00000000 nt!KiDeliverApc+0xb3\n';

test('what an APC interrupted did not fail', () => {
  const { culprit, said } = judged(REQUEST(APC));
  assert.equal(culprit, 'unknown');
  assert.doesNotMatch(said, /fault is in bthpan/);
});

test('without an interruption the component that asked the kernel is named', () => {
  const { culprit, said } = judged(REQUEST(''));
  assert.equal(culprit, 'os');
  assert.match(said, /fault is in bthpan!BthpanReqAdd/);
});

test('what happened holds no case of an argument that the debugger calls reserved', () => {
  assert.equal(judged(REQUEST('')).failure?.detail, null);
  const printed = judged(REQUEST('').replace('00000000, (reserved)', '00000002'));
  assert.match(printed.failure?.detail?.en ?? '', /NOT_PRESENT_PAGE_TABLE/);
});

const SPECIAL_POOL = (header: string, last: string) => `${header}
Arguments:
Arg1: fe67af50, memory
Arg2: fe67ae28, where bits are corrupted
Arg3: 006fa0b0, (reserved)
Arg4: ${last}

STACK_TEXT:
9f496818 82938a57 000000c1 fe67af50 fe67ae28 nt!KeBugCheckEx+0x1e
9f49683c 8293953d fe67af50 fe67a000 fe67af50 nt!MiCheckSpecialPoolSlop+0x6e
9f49691c 82973a90 fe67af50 00000000 fe67af50 nt!MmFreeSpecialPool+0x15b
9f496984 96a609cc fe67af50 00000000 fe67af60 nt!ExFreePoolWithTag+0xd6
9f496998 96b44ec1 fe67af60 09fe969f 00000000 win32k!VerifierEngFreeMem+0x5b
9f496b1c 969ce2c4 fde3a898 fde3a898 00000000 win32k!PDEVOBJ::DestroyFont+0x67
9f496d14 8288ea16 00319768 0000002b 00000001 win32k!NtGdiRemoveFontResourceW+0x111
9f496d14 76dd70d4 00319768 0000002b 00000001 nt!KiSystemServicePostCall
`;

test('damage that is met when a block is given back is no access that was caught', () => {
  const { said, failure } = judged(
    SPECIAL_POOL('SPECIAL_POOL_DETECTED_MEMORY_CORRUPTION (c1)', '00000023, caller frees'),
  );
  assert.doesNotMatch(said, /caught (?:the access|win32k)/);
  assert.notEqual(failure?.kind, 'caught-access');
  const caught = judged(SPECIAL_POOL('DRIVER_PAGE_FAULT_BEYOND_END_OF_ALLOCATION (d6)', '00000000, (reserved)'));
  assert.equal(caught.failure?.kind, 'caught-access');
});

test('nobody is sent to the pool block of a filler', () => {
  const short = (address: string) =>
    `BugCheck 50, {${address}, 1, 8f18a72e, 2}\nWindows 8 Kernel Version 9200 Free x86 compatible\n`;
  const commands = (address: string) =>
    judged(short(address))
      .next.map(({ command }) => command)
      .join('\n');
  assert.doesNotMatch(commands('cccccccc'), /!pool 0xcccccccc/);
  assert.match(commands('c8a4c1d0'), /!pool 0xc8a4c1d0/);
});

test('on Arm the registers tell what the debugger does not print beside the instruction', () => {
  const text = (
    x1: string,
  ) => `${analyze('7e', ['ffffffffc0000005', 'fffff800c8072980', 'ffff8683633d2678', 'ffff8683633d21e0'])}CONTEXT:  ffff8683633d21e0 -- (.cxr 0xffff8683633d21e0)
 x0=ffff8683633d2980   x1=${x1}   x2=0000000000000030   x3=0000000000000000
 fp=ffff8683633d28a0   lr=fffff800c8073664   sp=ffff8683633d28a0
 pc=fffff800c8072980  psr=60000044 -ZC- EL1
acmebth!OpenDevice+0x30:
fffff800\`c8072980 f9400c28 ldr         x8,[x1,#0x18]

${stackText('acmebth!OpenDevice+0x30', 'acmebth!OnConnect+0x94', ...THREAD_END)}`;
  assert.equal(judged(text('0000000000000000')).failure?.kind, 'null-pointer');
  assert.notEqual(judged(text('ffff868363000000')).failure?.kind, 'null-pointer');
});
