import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyze } from '../verdict/debugger-text.ts';

const RULES = fileURLToPath(new URL('../../src/diagnosis/rules/', import.meta.url));

/** What the rules are shown as examples, crash by crash. */
export function ruleExamples(): string[] {
  const files = globSync('*.examples.txt', { cwd: RULES });
  const texts = files.flatMap((file) => readFileSync(join(RULES, file), 'utf8').split(/^=== .*$/m));
  return texts.filter((text) => text.trim() !== '');
}

/** Output of the commands that neither the recorded crashes nor the examples show. */
const OTHERS: readonly string[] = [
  `Blue screen with bug check 0x000000d1 QUARK_NOT_LESS_OR_EQUAL
Parameters: 0xffffd30a52c1ee30, 0x2, 0x0, 0xfffff80562341092`,
  `<INSTANCE CLASSNAME="BLUESCREEN">
<PROPERTY NAME="STOPCODE" TYPE="string"><VALUE>"0xD1"</VALUE></PROPERTY>
QUARK_NOT_LESS_OR_EQUAL
0xFFFFD30A52C1EE30
0x0000000000000002`,
  '0x9F_3_quarkbus_IMAGE_quarkflt.sys',
  'It stopped with 0xd1; the failure bucket is "AV_quarkflt!QuarkRead" and the faulting IP quarkflt+0x1092.',
  `0: kd> ln fffff80562341092
(fffff805\`62341040)   quarkflt!QuarkRead+0x52   |  (fffff805\`62341100)   quarkflt!QuarkWrite`,
  `Name      DisplayName          ComponentID   Enabled
Ethernet  Quark Packet Filter  QRK_QUARKFLT  True

Name           : Quark VPN 2
DriverFileName : quarkflt.sys

DeviceName : Quark Audio
DeviceID   : PCI\\VEN_1ABC&DEV_0042\\3&11583659&0&A0
InfName    : oem12.inf`,
  `SERVICE_NAME: QuarkFilter
        START_TYPE         : 3   DEMAND_START
        BINARY_PATH_NAME   : system32\\DRIVERS\\quarkflt.sys`,
  `Breakpoint 3 hit
quarkflt!QuarkRead:
fffff805\`62341090 48895c2408      mov     qword ptr [rsp+8],rbx`,
  `0: kd> dq nt!KiBugCheckData
fffff806\`1a2b3c40  00000000\`000000d1 ffffd30a\`52c1ee30 00000000\`00000002 00000000\`00000000
fffff806\`1a2b3c60  fffff805\`62341092 00000000\`00000000`,
  `0x116 VIDEO_TDR_FAILURE
PROCESS_NAME:  quarkui.exe
IMAGE_NAME:  quarkgpu.sys`,
  `Dump-Datei        : 113026-1-01.dmp
Fehlerprüfstring  : QUARK_NOT_LESS_OR_EQUAL
Fehlerprüfcode    : 0x000000d1
Parameter 1       : ffffd30a\`52c1ee30
Parameter 2       : 00000000\`00000002
Parameter 3       : 00000000\`00000000
Parameter 4       : fffff805\`62341092
Verursachender Treiber: quarkflt.sys`,
  '113026-1-01.dmp\t30.11.2026 12:02:32\tQUARK_NOT_LESS_OR_EQUAL\t0x000000d1\tffffd30a`52c1ee30\t00000000`00000002\t00000000`00000000\tfffff805`62341092\tquarkflt.sys\tquarkflt.sys+1092',
  `0: kd> kc
 # Call Site
00 nt!KeBugCheckEx
01 nt!KiPageFault
02 quarkflt!Read
03 nt!PspSystemThreadStartup`,
  `STACK_TEXT:
nt!KeBugCheckEx
quarkflt!Read+0x12
nt!KiStartSystemThread+0x28`,
  `0: kd> !poolused 2
 Pool Used:
 Qrk1        1000       512000          0            0  Quark buffers , Binary: quarkflt.sys`,
  `0: kd> !ndiskd.netadapter
    Driver handle      NetAdapter handle  Name
    ffffa58007b13440   ffffa5800783f060   Quark Gigabit Adapter #2
0: kd> !ndiskd.filter
  ffffa5800783f060 - Quark Packet Filter-0000
    Driver image         quarkflt.sys`,
  `MANUALLY_INITIATED_CRASH (e2)
Arguments:
Arg1: 0000000000000000
Arg2: ffffa5800783f060
0: kd> du ffffa5800783f060
ffffa580\`0783f060  "quark crawls"`,
  '<Data Name="BugcheckCode">209</Data>\n<Data Name="BugcheckParameter1">0x8</Data>',
  `STOP 0xD1 (PROCESS_NAME: quarkui.exe)
BugCheck D1, {8, 2, 0, fffff80562341092}`,
  `BAD_POOL_CALLER (c2)
Arguments:
Arg1: 0000000000000007, Attempt to free pool which was already freed
POOL_ADDRESS:  ffffa5800783f060
FREED_POOL_TAG:  Qrk1`,
  `0: kd> !wdfkd.wdfldr
ImageName                Ver    WdfGlobals
quarkhid.sys             v1.31  0xffffa5800783f060`,
  `0: kd> !storagekd.storadapter
ffffa5800783f060 \\Driver\\quarkstor Running`,
  `0: kd> !usb3kd.device_info_from_pdo ffffa5800783f060
 device \\Driver\\quarkusb`,
  `0: kd> !process 0 0
PROCESS ffffa5800783f080  SessionId: none  Cid: 0fa4    Peb: 00000000  ParentCid: 02dc
    DirBase: 00000000  ObjectTable: 00000000  HandleCount: 10.
    Image: quarksvc.exe`,
  `0: kd> !stacks 2
Proc.Thread  .Thread  Ticks   ThreadState Blocker
                            [ffffa5800783f080 quarksvc.exe]
   4.000008  ffffa5800783f080 0000123 Blocked    quarkflt+0x1234`,
  `0: kd> !pcr
KPCR for Processor 0 at fffff80612340000:
    CurrentThread: ffffa5800783f080
0: kd> !cpuinfo
CP  F/M/S Manufacturer  MHz PRCB Signature    MSR 8B Signature Features
 0  6,158,10 GenuineIntel 3600 ffffffd600000000`,
  `0: kd> !vm
*** Virtual Memory Usage ***
Physical Memory:          4194304 (   16777216 Kb)`,
  `0: kd> !error c0000005
Error code: (NTSTATUS) 0xc0000005 (3221225477) - The instruction referenced memory.`,
  `0: kd> !poaction
PopIrpList:
  IRP: ffffa5800ab61bd0 (set/D0,), PDO: ffffa58007b13440, CURRENT: ffffa5800783f060`,
  `C:\\> findstr /m /l Qrk1 *.sys
quarkflt.sys`,
  `nt!KeBugCheckEx:
fffff805\`62341000 48894c2408      mov     qword ptr [rsp+8],rcx ss:0018:ffffd30a\`52c1ee30=00000000000000d1`,
  `Arg1 0xffffd30a52c1ee30 memory
Arg2 0x2 IRQL
Arg3 0x0 read
Arg4 0xfffff80562341092 code`,
  `ntkrnlmp.exe!KeBugCheckEx() Unknown
ntkrnlmp.exe!KiPageFault() Line 231 C
> quarkflt.sys!Read(_DEVICE_OBJECT * device) Line 412 + 0x1a bytes C++
[External Code]`,
  '*** ERROR: Symbol file could not be found.  Defaulted to export symbols for quarkflt.sys - ',
  `2026-03-03T10:21:44.101Z| vcpu-0| W115: WinBSOD: Synthetic MSR[0x40000100] 0xd1
2026-03-03T10:21:44.101Z| vcpu-0| W115: WinBSOD: Synthetic MSR[0x40000101] 0xffffd30a52c1ee30`,
];

export function everyOtherCommand(): string[] {
  const stop = analyze('d1', ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092']);
  return OTHERS.flatMap((text) => [text, `${stop}${text}`]);
}
