import assert from 'node:assert/strict';
import { test } from 'node:test';
import { device } from '#src/diagnosis/parsers/devices/device.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(command: string | null, text: string) {
  const section = sectionOf(command, text);
  return device.accepts(section) ? (device.read(section).devices ?? []) : [];
}

test('reads a device stack with the queried device and the service of its node', () => {
  const text = `  !DevObj           !DrvObj            !DevExt           ObjectName
  fffffa800783f060  \\Driver\\acmehid    fffffa800783f1b0  
> fffffa8007b13440  \\Driver\\acmehub    fffffa8007b13590  USBPDO-4
!DevNode fffffa8007ac8a00 :
  DeviceInst is "USB\\VID_0001&PID_0002\\5&46fa7b7&0&1"
  ServiceName is "acmehid"`;
  assert.deepEqual(
    readAll('!devstack fffffa8007b13440', text).map((row) => [row.device, row.driver, row.queried, row.name]),
    [
      ['0xfffffa800783f060', '\\Driver\\acmehid', false, null],
      ['0xfffffa8007b13440', '\\Driver\\acmehub', true, 'USBPDO-4'],
      ['0xfffffa8007b13440', 'acmehid', false, 'USB\\VID_0001&PID_0002\\5&46fa7b7&0&1'],
    ],
  );
});

test('reads !devobj, !drvobj and !object of a driver', () => {
  const devobj =
    'Device object (80e204f8) is for:\n  AcmeDev \\Driver\\acmepnp DriverObject 80e20610\nAttachedDevice (Upper) 80e2aaa8 \\Driver\\acmetop';
  assert.deepEqual(
    readAll('!devobj 80e204f8', devobj).map((row) => [row.device, row.driver, row.queried]),
    [
      ['0x80e204f8', '\\Driver\\acmepnp', true],
      ['0x80e2aaa8', '\\Driver\\acmetop', false],
    ],
  );
  assert.equal(
    readAll('!drvobj 809d5550', 'Driver object (809d5550) is for:\n \\Driver\\acmescsi\nDevice Object list:')[0]
      ?.driver,
    '\\Driver\\acmescsi',
  );
  const object =
    'Object: ffffe0083b85d060  Type: (ffffe0083b87df20) Driver\n    Directory Object: ffffc00b074166a0  Name: acmeflt';
  assert.equal(readAll('!object ffffe0083b85d060', object)[0]?.driver, '\\Driver\\acmeflt');
});

test('reads device nodes with their PDO', () => {
  const text = 'DevNode 0x80e203b8 for PDO 0x80e204f8\n  InstancePath is "PCI\\VEN_0001"\n  ServiceName is "acmenet"';
  assert.deepEqual(
    readAll('!devnode 80e203b8', text).map((row) => [row.device, row.driver, row.name]),
    [['0x80e204f8', 'acmenet', 'PCI\\VEN_0001']],
  );
});

test('a node whose instance and service stand in fields is one, and such a field without a node is none', () => {
  const node = 'DevNode 0x80e203b8 for PDO 0x80e204f8\n\nInstance Path: PCI\\VEN_0001&DEV_0002\nService Name: acmenet';
  assert.deepEqual(
    readAll(null, node).map((row) => [row.node, row.driver, row.name]),
    [['0x80e203b8', 'acmenet', 'PCI\\VEN_0001&DEV_0002']],
  );
  assert.deepEqual(readAll(null, 'Service Name: acmenet\nDisplay Name: Acme network'), []);
});

const NODES = [
  ['DevNode 0x80e203b8 for PDO 0x80e204f8\n  ServiceName is "acmenet"', 1],
  ['DevNode 80e203b8 for PDO 80e204f8\n\n> ServiceName is “acmenet”', 1],
  ['text before\n- DevNode 0x80e203b8 for PDO 0x80e204f8\n- ServiceName is \\"acmenet\\"', 2],
] as const;

for (const [text, from] of NODES) {
  test(`a device node is quoted with its service: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      readAll(null, text).map(({ node, nodeLines, device: pdo, driver, lines }) => [
        node,
        pdo,
        driver,
        nodeLines?.[0],
        lines[1],
      ]),
      [['0x80e203b8', '0x80e204f8', 'acmenet', from, text.split('\n').length]],
    );
  });
}

test('stays silent on other objects, on a driver path in prose, on prose', () => {
  assert.deepEqual(
    readAll(
      '!object 1',
      'Object: ffffe0083b85d060  Type: (ffffe0083b87df20) Device\n Directory Object: ffffc00b074166a0  Name: USBPDO-8',
    ),
    [],
  );
  assert.deepEqual(
    readAll(null, 'the file lies in C:\\Windows\\System32\\Driver\\acme\nplease check \\Driver\\acme'),
    [],
  );
  assert.deepEqual(readAll(null, PROSE), []);
});

test('reads the name of the driver at the end of a path of dx', () => {
  const path = '((nt!_DEVICE_OBJECT*)0xffffc58e1b40a050)->DriverObject->DriverName';
  const text = `${path} : "\\Driver\\acmehub" [Type: _UNICODE_STRING]`;
  assert.deepEqual(
    readAll(`dx ${path}`, text).map(({ driver }) => driver),
    ['\\Driver\\acmehub'],
  );
});
