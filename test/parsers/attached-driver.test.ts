import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fltkd } from '#src/diagnosis/parsers/devices/fltkd.ts';
import { ndiskd } from '#src/diagnosis/parsers/devices/ndiskd.ts';
import { service } from '#src/diagnosis/parsers/devices/service.ts';
import { storagekd } from '#src/diagnosis/parsers/devices/storagekd.ts';
import { usbkd } from '#src/diagnosis/parsers/devices/usbkd.ts';
import { wdfkd } from '#src/diagnosis/parsers/devices/wdfkd.ts';
import type { Parser } from '#src/diagnosis/parsers/parser.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(parser: Parser, command: string | null, text: string) {
  const section = sectionOf(command, text);
  const facts = parser.accepts(section) ? (parser.read(section).attachedDrivers ?? []) : [];
  return facts.map((fact) => [fact.kind, fact.name, fact.image]);
}

test('ndiskd: reads lists of filters, adapters and protocols', () => {
  const filters =
    'ffff8083e1a7fd90 - Acme Packet Filter\n  Filter ffff8083e14e8460, Miniport ffff8083e0f501a0 - Acme Adapter';
  assert.deepEqual(readAll(ndiskd, '!ndiskd.filter', filters), [['ndis-filter', 'Acme Packet Filter', null]]);
  const adapters =
    '    Driver             NetAdapter          Name\n    ffffdf8015a98380   ffffdf8015aa11a0    Acme Wireless Adapter #2';
  assert.deepEqual(readAll(ndiskd, '!ndiskd.netadapter', adapters), [
    ['ndis-miniport', 'Acme Wireless Adapter #2', null],
  ]);
  assert.deepEqual(readAll(ndiskd, '!ndiskd.protocol', 'ffff8083e0114730 - ACMEPROT'), [
    ['ndis-protocol', 'ACMEPROT', null],
  ]);
});

test('ndiskd: reads the details of one adapter, driver image and filter modules', () => {
  assert.deepEqual(
    readAll(
      ndiskd,
      '!ndiskd.netadapter ffff',
      '    Ndis handle        ffffdf80140c71a0\n    Driver             ffffdf801418d650 - acmenic  v4.2',
    ),
    [['ndis-miniport', 'acmenic', null]],
  );
  assert.deepEqual(
    readAll(
      ndiskd,
      null,
      'FILTER DRIVER\n\n    Ndis handle        ffffbc064cc83be0\n    Driver image       acmelwf.sys',
    ),
    [['ndis-filter', 'acmelwf', 'acmelwf.sys']],
  );
  const modules =
    '      Filter list\n         Acme NDIS LightWeight Filter-0000\n                  ffffe08f6e796390 ffffe08f6e7b27d0\n   QoS Scheduler-0000   ffffe08f6a662a20';
  assert.deepEqual(readAll(ndiskd, null, modules), [
    ['ndis-filter', 'Acme NDIS LightWeight Filter-0000', null],
    ['ndis-filter', 'QoS Scheduler-0000', null],
  ]);
});

test('fltkd: reads filters, and the list of fltmc', () => {
  assert.deepEqual(readAll(fltkd, '!fltkd.filters', '   FLT_FILTER: ffffe001c2a3b010 "AcmeAv" "328010"'), [
    ['fs-filter', 'AcmeAv', null],
  ]);
  const list =
    'Filter Name                     Num Instances    Altitude    Frame\n------------------------------  -------------  ------------  -----\nAcmeAv                                  9       328010         0';
  assert.deepEqual(readAll(fltkd, null, list), [['fs-filter', 'AcmeAv', null]]);
});

test('wdfkd: a log that was read is that of the driver it was asked for', () => {
  const log = 'LogDump Address: ffff9d0e2a5fd000\n--- start of log ---\n    1: FxIFRStart\n---- end of log ----';
  assert.deepEqual(readAll(wdfkd, '!wdfkd.wdflogdump acmetouch', log), [['wdf-driver', 'acmetouch', null]]);
  assert.deepEqual(readAll(wdfkd, '!wdflogdump AcmeTouch.sys 1', log), [['wdf-driver', 'AcmeTouch', 'AcmeTouch.sys']]);
  assert.deepEqual(readAll(wdfkd, '!wdflogdump 0xffff9d0e2a5fd000', log), []);
  assert.deepEqual(readAll(wdfkd, '!wdflogdump acmetouch', 'Unable to find the log'), []);
});

test('wdfkd: the log of a driver names the line in which something failed on a device of it', () => {
  const failedIn = (record: string) =>
    wdfkd.read(
      sectionOf('!wdflogdump acmetouch.sys', `--- start of log ---\n1: FxIFRStart\n${record}\n---- end of log ----`),
    ).attachedDrivers?.[0]?.failed;
  assert.deepEqual(failedIn('41: FxPkgPnp::PowerGotoD0 - WDFDEVICE 0x00002C70 !devobj 0xFFFFD38F failed'), [3, 3]);
  assert.equal(failedIn('41: FxPkgPnp::PowerGotoD0 - WDFDEVICE 0x00002C70 entered'), undefined);
  assert.equal(failedIn('41: FxPkgIo::Forward - WDFDEVICE 0x00002C70 failed, 0xc0000120(STATUS_CANCELLED)'), undefined);
  assert.equal(failedIn('41: FxPkgPnp::Start - WDFDEVICE 0x00002C70 lower driver failed to start'), undefined);
  assert.equal(failedIn('41: FxDriver::Load failed'), undefined);
});

test('wdfkd, storagekd, usbkd: reads the drivers they name', () => {
  assert.deepEqual(readAll(wdfkd, '!wdfkd.wdfdriverinfo acmehid', 'Default driver image name : acmehid'), [
    ['wdf-driver', 'acmehid', null],
  ]);
  assert.deepEqual(
    readAll(
      storagekd,
      '!storagekd.storadapter',
      '\\Driver\\acmestor         fffffa800649a050  fffffa800649a1a0   Working',
    ),
    [['storage', 'acmestor', null]],
  );
  assert.deepEqual(readAll(usbkd, '!usb3kd.usb_tree', '  !drvobj \\Driver\\acmeusb'), [['usb', 'acmeusb', null]]);
});

test('stays silent without the command, and on prose', () => {
  assert.deepEqual(readAll(storagekd, null, '\\Driver\\acmestor  fffffa800649a050'), []);
  assert.deepEqual(readAll(usbkd, '!irp 1', '\\Driver\\acmeusb'), []);
  for (const parser of [ndiskd, fltkd, wdfkd, storagekd, usbkd]) {
    assert.deepEqual(readAll(parser, null, PROSE), [], parser.command);
  }
  assert.deepEqual(readAll(ndiskd, null, 'the filter list of the mail server: inbound-0001'), []);
});

test('service: reads what the service of a file is called, of sc qc and of the list by path', () => {
  const queried =
    '[SC] QueryServiceConfig SUCCESS\n\nSERVICE_NAME: AcmeScan\n        TYPE               : 1  KERNEL_DRIVER\n        START_TYPE         : 3   DEMAND_START\n        BINARY_PATH_NAME   : \\SystemRoot\\System32\\drivers\\acmescn64.sys';
  assert.deepEqual(readAll(service, null, queried), [['service', 'AcmeScan', 'acmescn64.sys']]);
  const listed =
    'Name      : acmescan\nState     : Running\nStartMode : Manual\nPathName  : C:\\WINDOWS\\system32\\drivers\\acmescn64.sys';
  assert.deepEqual(readAll(service, null, listed), [['service', 'acmescan', 'acmescn64.sys']]);
  assert.deepEqual(readAll(service, null, 'PathName  : C:\\Windows\\system32\\drivers\\acmescn64.sys'), []);
  assert.deepEqual(readAll(service, null, PROSE), []);
});
