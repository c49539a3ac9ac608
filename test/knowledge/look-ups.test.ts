import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { bareCode, stopCode, unmasked } from '#src/diagnosis/knowledge/stop-code.ts';

const knowledge = loadKnowledge();

test('a stop code is found however it is written', () => {
  for (const code of ['0xd1', 'D1', '0x000000D1', '00000000`000000d1', ' d1 ']) {
    assert.equal(knowledge.bugcheck(code)?.code, '0xd1', code);
  }
  assert.equal(knowledge.bugcheck('0xffffffffc000021a')?.code, '0xc000021a');
});

test('a masked code is found under its own row, else under the code below the mask', () => {
  assert.equal(knowledge.bugcheck('0x1000007e')?.code, '0x1000007e');
  assert.equal(knowledge.bugcheck('0x100000d1')?.code, '0xd1');
  assert.deepEqual(unmasked('0x100000d1'), { mask: '0x10000000', code: '0xd1' });
});

test('a mask has one meaning: what stands below it, and nothing is taken off where none is set', () => {
  for (const code of ['0x100000d1', '0x400000d1', '0x500000d1'] as const) {
    assert.equal(bareCode(code), '0xd1', code);
  }
  for (const code of ['0xd1', '0x20001', '0xc000021a', '0xdeaddead', '0x10000000', '0x4badc0de'] as const) {
    assert.equal(bareCode(code), code);
  }
});

test('what is no stop code is not taken for one', () => {
  for (const text of ['', 'xyz', '0x', '0x12345678123456781', '-1', '0x10000999', '0x1234567812345678']) {
    assert.equal(knowledge.bugcheck(text), null, text);
  }
  assert.equal(stopCode('0x1234567812345678'), null);
  assert.equal(knowledge.bugcheckByName('NO_SUCH_CODE'), null);
  assert.equal(unmasked('0xd1'), null);
});

test('a driver is found by image, path or module name', () => {
  assert.equal(knowledge.driver('nt')?.kind, 'kernel');
  assert.equal(knowledge.driver('NTKRNLMP.EXE')?.owner, 'windows');
  assert.equal(knowledge.driver('\\SystemRoot\\System32\\drivers\\ndis.sys')?.image, 'ndis.sys');
  assert.equal(knowledge.driver('Wdf01000')?.kind, 'port');
  assert.equal(knowledge.driver('ACE_BASE')?.image, 'ace-base.sys');
  assert.equal(knowledge.driver('dump_iaStorAC.sys')?.vendor, 'Intel');
  assert.equal(knowledge.driver('hiber_storport.sys')?.image, 'storport.sys');
  assert.equal(knowledge.driver('win32kfull_rs')?.owner, 'windows');
  assert.equal(knowledge.driver('acmefull_rs'), null);
  assert.equal(knowledge.driver('hal')?.image, 'hal.dll');
  assert.equal(knowledge.driver('nvlddmkm')?.vendor, 'NVIDIA');
});

test('a module is found by the name the debugger makes of its file', () => {
  assert.equal(knowledge.driver('winfsp_x64')?.image, 'winfsp-x64.sys');
  assert.equal(knowledge.driver('winfsp_x64.sys')?.image, 'winfsp-x64.sys');
  assert.equal(knowledge.driver('Microsoft_Bluetooth_Legacy_LEEnumerator')?.owner, 'windows');
  assert.equal(knowledge.driver('dump_vmbkmcl')?.image, 'vmbkmcl.sys');
  assert.equal(knowledge.driver('winfsp-x64.dll'), null);
});

test('a driver is found by its object, and is called as the paste calls it', () => {
  assert.equal(knowledge.driver('RTL8168')?.vendor, 'Realtek');
  assert.equal(knowledge.driver('rtl8168.sys')?.image, 'rtl8168.sys');
  assert.equal(knowledge.driver('HDAudAddService')?.owner, 'windows');
  assert.equal(knowledge.driver('PnpManager')?.kind, 'kernel');
});

test('a driver whose file is called after its version is found in every version, under its own name', () => {
  assert.equal(knowledge.driver('PROCEXP152.SYS')?.image, 'procexp152.sys');
  assert.equal(knowledge.driver('cpuz158_x64')?.image, 'cpuz158_x64.sys');
  assert.equal(knowledge.driver('portmaster_kext_v2_0_7')?.product, 'Portmaster');
  assert.equal(knowledge.driver('\\??\\C:\\AMDRyzenMasterDriverV31.sys')?.vendor, 'AMD');
  for (const name of ['procexp', 'procexp.sys', 'procexp152.dll', 'cpuz_', 'portmaster_kext_v2', 'procexp152x.sys']) {
    assert.ok(!knowledge.driver(name)?.image.includes('#'), name);
  }
  assert.equal(knowledge.driver('procexp152x.sys'), null);
});

test('an unknown driver stays unknown', () => {
  for (const name of ['acmeflt.sys', 'acmeflt', '', '.sys', 'constructor', '__proto__', '\\', '#', '-', '7']) {
    assert.equal(knowledge.driver(name), null, name);
  }
});

test('a port driver tells whom it calls, another driver does not', () => {
  assert.ok(knowledge.driver('ndis')?.calls?.includes('network-filter'));
  assert.ok(knowledge.driver('storport')?.calls?.includes('storage'));
  assert.equal(knowledge.driver('ntfs')?.calls, undefined);
});

test('pool tags keep their case, and patterns leave only the last character open', () => {
  assert.equal(knowledge.poolTag('FMfn')?.image, 'fltmgr.sys');
  assert.equal(knowledge.poolTag('fmFN'), null);
  assert.equal(knowledge.poolTag('Irp ')?.image, 'ntoskrnl.exe');
  assert.equal(knowledge.poolTag('Afd9')?.image, 'afd.sys');
  for (const tag of ['Filt', 'Acme', 'G123', 'FSxq', '', '    ']) {
    assert.equal(knowledge.poolTag(tag), null, tag);
  }
});

test('the default tag of the driver kit accuses and acquits nobody', () => {
  assert.equal(knowledge.poolTag('Ddk ')?.windows, false);
  assert.equal(knowledge.poolTag('Ddk ')?.image, null);
});

test('a status is found in its 64-bit form too', () => {
  assert.equal(knowledge.status('0xffffffffc0000005')?.name, 'STATUS_ACCESS_VIOLATION');
  assert.equal(knowledge.status('0xc000009c')?.name, 'STATUS_DEVICE_DATA_ERROR');
  assert.equal(knowledge.status('0x12345678c0000005'), null);
  assert.equal(knowledge.status('0x80070057')?.name, 'E_INVALIDARG');
});

test('builds and commands', () => {
  assert.equal(knowledge.windowsBuild(7601)?.endOfSupport, '2020-01-14');
  assert.equal(knowledge.windowsBuild(1), null);
  for (const command of ['!pool ffffe001`2345', 'kv 20', 'k20', '~2 k', '!wdfdriverinfo acmeflt', 'sc.exe query x']) {
    assert.ok(knowledge.command(command), command);
  }
  assert.equal(knowledge.command('!nosuchcommand'), null);
  assert.equal(knowledge.command(''), null);
});

test('products that Chinese machines run are known by their drivers', () => {
  const makers: Readonly<Record<string, RegExp>> = {
    '360fsflt.sys': /360/,
    'tsqbdrv.sys': /Tencent/,
    'hrdevmon.sys': /火绒/,
    'qaxnfdrv.sys': /奇安信/,
    'sangfortcpdrv.sys': /Sangfor/,
    'sfeknl.sys': /深信服/,
    'guardkrnl64.sys': /安天/,
    'xlwfp.sys': /迅雷/,
    'xunyoufilter.sys': /迅游/,
    'lgdcatcher.sys': /雷神/,
    'uuwfp.sys': /网易/,
    'computerz_x64.sys': /鲁大师/,
    'aow_drv_x64_ev.sys': /腾讯/,
  };
  for (const [image, maker] of Object.entries(makers)) {
    assert.match(knowledge.driver(image)?.vendor ?? '', maker, image);
  }
});

test('tools that share a kind of driver are not called by the name of another tool', () => {
  assert.equal(knowledge.driver('winring0x64.sys')?.vendor, 'OpenLibSys');
  assert.equal(knowledge.driver('speedfan.sys')?.product, 'SpeedFan');
  assert.equal(knowledge.driver('netfilter2.sys')?.vendor, null);
  assert.equal(knowledge.driver('netfilter2.sys')?.kind, 'network-filter');
  assert.equal(knowledge.driver('asmtxhci.sys')?.kind, 'usb');
});
