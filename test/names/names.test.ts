import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bucketName, functionName, symbolName } from '#src/diagnosis/names/code-names.ts';
import { debuggerModule, imageName, isCommandWord, moduleName } from '#src/diagnosis/names/file-names.ts';
import { inert, unbound, visible } from '#src/diagnosis/names/inert.ts';
import {
  adapterName,
  deviceName,
  driverObject,
  filePath,
  poolTag,
  processName,
  programFile,
} from '#src/diagnosis/names/system-names.ts';

const DRIVERS = fileURLToPath(new URL('../../src/diagnosis/knowledge/drivers/', import.meta.url));

test('every driver that the tables know is a name', () => {
  const groups = globSync('*.json', { cwd: DRIVERS }).flatMap((file) =>
    JSON.parse(readFileSync(join(DRIVERS, file), 'utf8')),
  );
  const images: string[] = groups.flatMap(({ of }) =>
    of.flatMap(({ images: list }: { images: string }) => list.replaceAll('#', '7').split(' ')),
  );
  assert.ok(images.length > 5000);
  assert.deepEqual(
    images.filter((image) => imageName(image) !== image || !isCommandWord(image)),
    [],
  );
});

test('names of drivers keep what people put into them', () => {
  for (const name of [
    '3wfilt.sys',
    'vox-a64.sys',
    'klm.kes-21-9.sys',
    'net+x.sys',
    'LONGFI~1.SYS',
    'quark.r0',
    'boot.efi',
  ]) {
    assert.equal(imageName(name), name);
  }
  assert.equal(imageName('\\SystemRoot\\System32\\drivers\\quark.sys'), 'quark.sys');
  assert.equal(imageName('C:\\Program Files (x86)\\Quark Tools\\quark.sys'), 'quark.sys');
  assert.equal(imageName('\\??\\D:\\tools\\quark.sys'), 'quark.sys');
  assert.equal(imageName('system32\\drivers\\quark.sys'), 'quark.sys');
  assert.equal(imageName('\\SystemRoot\\quark.sys \\other\\name.sys'), 'quark.sys');
  assert.equal(imageName('quark.r0 \\other\\name.sys'), 'quark.r0');
});

test('a name that goes on in letters of another script is nobody, not its first half', () => {
  for (const name of ['qu\u0430rk', 'gr\u00fcn', 'quark_\u0430', 'quark-\u0430', 'quark\u0301', 'quark.\u0455ys']) {
    assert.equal(moduleName(name), null, name);
    assert.equal(imageName(`${name}.sys`), null, name);
    assert.equal(driverObject(`\\Driver\\${name}`), null, name);
  }
  assert.equal(moduleName('quark模块'), 'quark');
  assert.equal(imageName('quark.sys是嫌疑'), 'quark.sys');
});

test('a file ends where its name ends, and half of a name is none', () => {
  for (const behind of [
    ' & curl x',
    ';calc',
    '|cmd',
    '`id`',
    '"',
    "' or",
    '\nsc stop',
    '<b>',
    '%TEMP%',
    '^&',
    '(1)',
    '，好',
  ]) {
    assert.equal(imageName(`quark.sys${behind}`), 'quark.sys', behind);
  }
  for (const none of [
    '$(calc).sys',
    'qu$(x)ark.sys',
    '%windir%.sys',
    '-quark.sys',
    '/quark.sys',
    '..\\',
    '',
    '…',
    '123',
    'qu ark.sys',
  ]) {
    assert.equal(imageName(none), null, none);
  }
  for (const none of ['con', 'NUL.sys', 'com3.sys', 'www.quark.example', `${'q'.repeat(101)}.sys`, 'quark..sys']) {
    assert.equal(imageName(none), null, none);
  }
});

test('a module is a word, an unloaded one in brackets', () => {
  assert.equal(moduleName('<Unloaded_quark.sys>'), '<Unloaded_quark.sys>');
  assert.equal(moduleName('quark & calc'), 'quark');
  assert.equal(moduleName('<script>alert'), '<script>');
  assert.equal(moduleName('<img src=x>'), null);
  assert.equal(moduleName('--help'), null);
});

test('a column that ran into a name is taken off, and what is left of one names nobody', () => {
  assert.equal(moduleName('f8c1d22000000000nt'), 'nt');
  assert.equal(moduleName('8054aa10nt'), 'nt');
  assert.equal(imageName('fffff801c0de1234quark.sys'), 'quark.sys');
  assert.equal(moduleName('0a2000nt'), null);
  assert.equal(imageName('f8c1d2200000nt.sys'), null);
  for (const own of ['e1e6032e.sys', 'deadbeefs', 'b57nd60x.sys', 'accident', 'ac97x86.sys', '1394ohci.sys']) {
    assert.equal(imageName(own), own);
  }
});

test('functions keep the marks of C++ and Rust, and nothing that a sentence ends with', () => {
  for (const name of [
    'std::vector<int,std::allocator<int> >::operator[]',
    "`anonymous namespace'::Worker::Run",
    'operator/=',
    'core::ops::call_once{{vtable.shim}}',
    'impl$0::drop<alloc::Box<dyn$<core::Fn> > >',
    '??0Thing@@QEAA@XZ',
    '_$E12',
  ]) {
    assert.equal(functionName(name), name);
  }
  assert.equal(functionName('Run;calc'), 'Run');
  assert.equal(functionName('Run and see www.quark.example'), 'Run');
  assert.equal(functionName('Go<x>www.quark.example'), 'Go<x>');
  assert.equal(functionName('|'), null);
});

test('a symbol is a module and what is in it', () => {
  assert.equal(symbolName('quark!Send+0x21'), 'quark!Send+0x21');
  assert.equal(symbolName('quark+21 & calc'), 'quark+21');
  assert.equal(symbolName('$(calc)!Send'), null);
  assert.equal(bucketName('0x9F_3_quark_IMAGE_pci.sys"&calc'), '0x9F_3_quark_IMAGE_pci.sys');
});

test('a bucket has blanks in the name of a program only', () => {
  const whole = 'INVALID_POINTER_READ_c0000005_Quark Desk (64 bit).exe!Unknown';
  assert.equal(bucketName(whole), whole);
  assert.equal(bucketName(`${whole} and more`), whole);
  assert.equal(bucketName('AV_quark.exe was here, said desk.exe'), 'AV_quark.exe');
  assert.equal(bucketName('AV_quark & calc.exe!Run'), 'AV_quark');
});

test('the file of a program may have blanks where all of it is the name', () => {
  for (const name of ['Quark Desk.exe', 'Quark Desk (64 bit).exe', 'Quark Plug In.dll', '微信 工具.exe']) {
    assert.equal(programFile(name), name);
  }
  for (const none of [
    'quark.exe',
    'Quark Desk.sys',
    'quark & calc.exe',
    'Quark Desk.exe /q',
    '-q desk.exe',
    'a  b.exe',
  ]) {
    assert.equal(programFile(none), null, none);
  }
});

test('a connection has a name, and no address of the web', () => {
  assert.equal(adapterName('Ethernet 2'), 'Ethernet 2');
  assert.equal(adapterName('www.quark.example'), null);
  assert.equal(adapterName('Quark WWW.quark.example'), null);
});

test('a process may have blanks and any script, and ends at its ending', () => {
  for (const name of [
    'System Idle Process',
    'Quark Host.exe',
    '微信.exe',
    'svchost.exe',
    'QuarkHeadless.e',
    'a(1).exe',
  ]) {
    assert.equal(processName(name), name);
  }
  assert.equal(processName('quark.exe & curl x'), 'quark.exe');
  assert.equal(processName('quark.exe curl x'), 'quark.exe');
  assert.equal(processName('<at>all</at>'), null);
});

test('objects, devices, folders and tags', () => {
  assert.equal(driverObject('\\Driver\\quark;x'), null);
  assert.equal(driverObject('\\Driver\\quark; x'), '\\Driver\\quark');
  assert.equal(driverObject('\\Driver\\$(x)'), null);
  assert.equal(driverObject('***Unknown***'), '***Unknown***');
  assert.equal(deviceName('PCI\\VEN_8086&DEV_15B8\\3&11583659&0&FE'), 'PCI\\VEN_8086&DEV_15B8\\3&11583659&0&FE');
  assert.equal(deviceName('Quark Adapter #2|calc'), 'Quark Adapter #2');
  assert.equal(filePath('C:\\a b\\quark.sys"&calc'), 'C:\\a b\\quark.sys');
  assert.equal(filePath('..\\..\\quark.sys'), null);
  assert.equal(poolTag('Qk d'), 'Qk d');
  assert.equal(poolTag('Quark'), null);
});

test('a command takes words only', () => {
  for (const word of ['quark.sys', 'Qrk1', 'vox-a64', 'net+x']) {
    assert.ok(isCommandWord(word), word);
  }
  for (const other of ['-q', '/q', 'q q', 'q;', '$q', 'Q?k', 'q..q', '', 'LONGFI~1']) {
    assert.ok(!isCommandWord(other), other);
  }
  assert.equal(debuggerModule('vox-a64.sys'), 'vox_a64');
});

test('what is only quoted binds, links and calls nothing, and all of it is seen', () => {
  assert.equal(unbound(`\${a} {{DATE(b)}} <at>c</at>`), '$ {a} { {DATE(b)}} < at>c< /at>');
  assert.equal(inert('see https://q.example or www.q.example'), 'see https: //q.example or www. q.example');
  assert.equal(inert('ask me@q.example, @channel'), 'ask me@ q.example, @ channel');
  assert.equal(inert('?Send@Quark@@QEAA@XZ [d:\\q.c @ 12] r8@ebx'), '?Send@Quark@@QEAA@XZ [d:\\q.c @ 12] r8@ebx');
  assert.equal(visible('a\u001b[31mb\u202ec\u200bd\r\ne\u2028f\tg'), 'a [31mbcd  e f\tg');
  assert.equal(visible('线程 ffff`0001，已停止'), '线程 ffff`0001，已停止');
});

test('what a mark of a shell ties to a name leaves no safe half of it', () => {
  for (const text of ['quark;calc', 'quark|calc', 'quark;$(calc)', 'quark&calc']) {
    assert.equal(moduleName(text), null, text);
  }
  assert.equal(symbolName('quark;calc+1234'), null);
  assert.equal(symbolName('quark+1234'), 'quark+1234');
});
