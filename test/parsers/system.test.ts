import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processor } from '#src/diagnosis/parsers/machine/processor.ts';
import { system } from '#src/diagnosis/parsers/machine/system.ts';
import { virtualMemory } from '#src/diagnosis/parsers/memory/virtual-memory.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(text: string) {
  const section = sectionOf(null, text);
  const facts = system.accepts(section) ? (system.read(section).systems ?? []) : [];
  return Object.fromEntries(facts.map((fact) => [fact.name, fact.value]));
}

test('reads the banner of a dump', () => {
  const text = `Loading Dump File [C:\\dumps\\091520-1234-01.dmp]
Windows 10 Kernel Version 22621 MP (4 procs) Free x64
Product: WinNt, suite: TerminalServer SingleUserTS
Edition build lab: 22621.1928.amd64fre.ni_release_svc_prod3.230622-0951
Debug session time: Sat Sep 23 05:14:13.751 2023 (UTC - 7:00)
System Uptime: 0 days 0:31:32.798`;
  assert.deepEqual(readAll(text), {
    'dump-file': 'C:\\dumps\\091520-1234-01.dmp',
    version: 'Windows 10',
    build: '22621',
    arch: 'x64',
    processors: '4',
    edition: 'WinNt, suite: TerminalServer SingleUserTS',
    'build-lab': '22621.1928.amd64fre.ni_release_svc_prod3.230622-0951',
    'crash-time': 'Sat Sep 23 05:14:13.751 2023 (UTC - 7:00)',
    uptime: '0 days 0:31:32.798',
  });
});

test('reads old banners, ARM64 and a live target', () => {
  assert.equal(readAll('Windows XP Kernel Version 2600 (Service Pack 3) MP (2 procs) Free x86 compatible').arch, 'x86');
  assert.equal(readAll('Windows 10 Kernel Version 19041 MP (8 procs) Free ARM (64-bit) AArch64').arch, 'arm64');
  assert.equal(readAll('Connected to Windows 8 9600 x86 compatible target\nsystem uptime').build, '9600');
});

test('reads the fields of !analyze', () => {
  const text =
    'OS_VERSION:  10.0.22621.1928\n\nBUILDLAB_STR:  ni_release_svc_prod3\n\nOSPLATFORM_TYPE:  x64\n\nOSNAME:  Windows 10';
  assert.deepEqual(readAll(text), {
    build: '10.0.22621.1928',
    'build-lab': 'ni_release_svc_prod3',
    arch: 'x64',
    version: 'Windows 10',
  });
});

test('reads !sysinfo machineid, systeminfo and msinfo32 in both languages', () => {
  const machine =
    'Machine ID Information [From Smbios 3.2]\nBiosVersion = 1.23\nSystemManufacturer = Acme Computers\nSystemProductName = Book 5\nBiosVendor = x';
  assert.deepEqual(readAll(machine), { bios: '1.23', manufacturer: 'Acme Computers', product: 'Book 5' });
  const info =
    'OS Name:                   Microsoft Windows 10 Pro\nOS Version:                10.0.18363 N/A Build 18363\nSystem Type:               x64-based PC';
  assert.deepEqual(readAll(info), {
    version: 'Microsoft Windows 10 Pro',
    build: '10.0.18363 N/A Build 18363',
    arch: 'x64',
  });
  assert.equal(readAll('OS 名称:           Microsoft Windows 10 专业版\n系统制造商:        Acme').manufacturer, 'Acme');
});

test('reads what BlueScreenView, WhoCrashed and the event log say of the dump', () => {
  assert.deepEqual(readAll('Dump File         : 091520-1234-01.dmp\nProcessor         : x64'), {
    'dump-file': '091520-1234-01.dmp',
    arch: 'x64',
  });
  assert.equal(readAll('crash dump file: C:\\Windows\\Minidump\\a.dmp')['dump-file'], 'C:\\Windows\\Minidump\\a.dmp');
  assert.equal(
    readAll('A dump was saved in: C:\\WINDOWS\\MEMORY.DMP. Report Id: 1')['dump-file'],
    'C:\\WINDOWS\\MEMORY.DMP',
  );
});

test('leaves out what the firmware never filled in, and reads what a cut leaves', () => {
  assert.deepEqual(readAll('Computer Name:  Not Found\nSystemManufacturer = To be filled by O.E.M.'), {});
  assert.deepEqual(readAll('Windows 10 Kernel Version 22621 MP'), { version: 'Windows 10', build: '22621' });
});

test('reads the processor of !cpuinfo and the current thread of !pcr', () => {
  const info = sectionOf(
    '!cpuinfo',
    'CP F/M/S Manufacturer  MHz Update Signature Features\n 0  6,158,10 GenuineIntel 3696 000000f000000000 00000fff',
  );
  assert.ok(processor.accepts(info));
  assert.equal(processor.read(info).systems?.[0]?.value, 'GenuineIntel 6,158,10 3696 MHz');
  const pcr = sectionOf('!pcr', 'KPCR for Processor 0 at ffdff000:\n            CurrentThread: 8015e8a0');
  assert.equal(processor.read(pcr).threads?.[0]?.address, '0x8015e8a0');
});

test('reads what !vm says has run out', () => {
  const vm = sectionOf(
    '!vm',
    '*** Virtual Memory Usage ***\n      NonPagedPool Usage:    877   (    3508 Kb)\n   ********** 12 pool allocations have failed **********',
  );
  assert.ok(virtualMemory.accepts(vm));
  assert.deepEqual(
    virtualMemory.read(vm).systems?.map((fact) => fact.value),
    ['NonPagedPool Usage: 877 ( 3508 Kb)', '********** 12 pool allocations have failed'],
  );
});

test('stays silent on prose', () => {
  assert.deepEqual(readAll(PROSE), {});
  assert.deepEqual(readAll('We run Windows 10 on all machines, version 1809 as of today.'), {});
  assert.equal(processor.accepts(sectionOf(null, PROSE)), false);
  assert.equal(virtualMemory.accepts(sectionOf(null, PROSE)), false);
});
