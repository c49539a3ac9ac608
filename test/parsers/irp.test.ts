import assert from 'node:assert/strict';
import { test } from 'node:test';
import { irp } from '#src/diagnosis/parsers/devices/irp.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(command: string | null, text: string) {
  const section = sectionOf(command, text);
  return irp.accepts(section) ? (irp.read(section).irps ?? []) : [];
}

const OLD = `Irp is active with 3 stacks 2 is current (= 0x831f4b00)
 Mdl = 82b020d8 Thread 8c622118:  Irp stack trace.  
     cmd  flg cl Device   File     Completion-Context
 [  0, 0]   0  0 00000000 00000000 00000000-00000000    

			Args: 00000000 00000000 00000000 00000000
>[  3,34]  40 e1 828517a8 00000000 842511e0-00000000 Success Error Cancel pending
	       \\Driver\\acmedisk	acmepart!ReadCompletion
			Args: 00007000 00000000 fe084e00 00000004
 [  3, 0]   0 e0 82ac2020 8e879410 00000000-00000000    
	       \\FileSystem\\Ntfs
			Args: 00007000 00000000 00018400 00000000`;

test('reads the used locations, the current one marked, codes by name', () => {
  const [stack] = readAll('!irp 831f4a00', OLD.replaceAll('\t', '    '));
  assert.equal(stack?.address, '0x831f4a00');
  assert.deepEqual(stack?.locations, [
    {
      current: true,
      major: 'IRP_MJ_READ',
      minor: '34',
      device: '0x828517a8',
      driver: '\\Driver\\acmedisk',
      image: null,
      completion: 'acmepart!ReadCompletion',
      pending: true,
      lines: [7, 9],
    },
    {
      current: false,
      major: 'IRP_MJ_READ',
      minor: '0',
      device: '0x82ac2020',
      driver: '\\FileSystem\\Ntfs',
      image: null,
      completion: null,
      pending: false,
      lines: [10, 12],
    },
  ]);
});

test('reads the file of the driver where the debugger looked for its symbols', () => {
  const text = `Irp is active with 1 stacks 1 is current (= 0xffffcf0711ec8b68)
>[IRP_MJ_POWER(16), IRP_MN_SET_POWER(2)]
            0  1 ffffcf0711d3caf0 00000000 00000000-00000000    pending
	      Unable to load image \\SystemRoot\\System32\\DriverStore\\acmebt.inf_amd64_1\\acmebt64.sys, Win32 error 0n2
 \\Driver\\AcmeBtService
			Args: 00000000 00000001 00000001 00000000`;
  const [stack] = readAll('!irp ffffcf0711ec88a0', text);
  assert.deepEqual(
    stack?.locations.map(({ driver, image, pending }) => [driver, image, pending]),
    [['\\Driver\\AcmeBtService', 'acmebt64.sys', true]],
  );
});

test('reads names in full, and finds the current location by number where the mark is lost', () => {
  const text = `Irp is active with 2 stacks 1 is current (= 0xfffffa800ab61e08)
 [IRP_MJ_POWER(16), IRP_MN_SET_POWER(2)]
            0 e1 fffffa800783f060 00000000 00000000-00000000    pending
           \\Driver\\acmehid
            Args: 00016600 00000001 00000004 00000006
 [N/A(0), N/A(0)]
            0  0 00000000 00000000 00000000-fffffa800ad00170`;
  const [stack] = readAll('!irp fffffa800ab61bd0', text);
  assert.deepEqual(
    stack?.locations.map((location) => [location.current, location.major, location.minor, location.driver]),
    [[true, 'IRP_MJ_POWER', 'IRP_MN_SET_POWER', '\\Driver\\acmehid']],
  );
});

test('reads what follows a cut-off header, and the rows of !irpfind', () => {
  const cut = OLD.split('\n').slice(2).join('\n').replaceAll('\t', '    ');
  assert.equal(readAll(null, cut)[0]?.locations.length, 2);
  const [found] = readAll('!irpfind', '8097c008 Thread 8094d900 current stack belongs to  \\Driver\\acmescsi');
  assert.deepEqual([found?.address, found?.locations[0]?.driver], ['0x8097c008', '\\Driver\\acmescsi']);
});

test('stays silent on a request without locations and on prose', () => {
  assert.deepEqual(readAll('!irp 0', 'Irp is active with 2 stacks 1 is current'), []);
  assert.deepEqual(readAll(null, PROSE), []);
});
