import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listed } from '#src/diagnosis/parsers/machine/listed.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(text: string) {
  const section = sectionOf(null, text);
  const facts = listed.accepts(section) ? (listed.read(section).listed ?? []) : [];
  return facts.map(({ of, name, by }) => [of, name, by]);
}

test('components of the network, of the table, of fields and of netcfg', () => {
  const table =
    'Name     DisplayName              ComponentID    Enabled\n----     -----------              -----------    -------\nEthernet Acme Packet Filter (v2)  ACME_ACMELWF   True\nEthernet Internet Protocol        ms_tcpip       False';
  assert.deepEqual(readAll(table), [
    ['network-component', 'ACME_ACMELWF', null],
    ['network-component', 'ms_tcpip', null],
  ]);
  assert.deepEqual(readAll('DisplayName : Acme Filter\nComponentID : acme_lwf\nEnabled     : True'), [
    ['network-component', 'acme_lwf', null],
  ]);
  assert.deepEqual(readAll('ms_tcpip        Internet Protocol Version 4\nacme_acmelwf    Acme Packet Filter'), [
    ['network-component', 'ms_tcpip', null],
    ['network-component', 'acme_acmelwf', null],
  ]);
});

test('adapters, devices and packages, each with what ties it to a driver', () => {
  const adapters =
    'Name           : 以太网 2\nDriverFileName : acmetun.sys\n\nName           : Wi-Fi\nDriverFileName : netwtw10.sys';
  assert.deepEqual(readAll(adapters), [
    ['adapter', '以太网 2', 'acmetun.sys'],
    ['adapter', 'Wi-Fi', 'netwtw10.sys'],
  ]);
  const device =
    'FriendlyName : Acme Audio\nInstanceId   : HDAUDIO\\FUNC_01&VEN_10EC\\4&1\nService      : AcmeAud\nStatus       : OK';
  assert.deepEqual(readAll(device), [['device', 'HDAUDIO\\FUNC_01&VEN_10EC\\4&1', 'AcmeAud']]);
  assert.deepEqual(readAll('Published Name:     oem12.inf\nOriginal Name:      acmeaud.inf\nClass Name: Media'), [
    ['driver-package', 'oem12.inf', 'acmeaud.inf'],
  ]);
  assert.deepEqual(readAll('DeviceName : Acme Audio\nDeviceID   : HDAUDIO\\FUNC_01\nInfName    : oem12.inf'), [
    ['driver-package', 'oem12.inf', 'HDAUDIO\\FUNC_01'],
  ]);
});

test('settings before they are changed', () => {
  assert.deepEqual(
    readAll('    Current AC Power Setting Index: 0x00000002\n    Current DC Power Setting Index: 0x00000001'),
    [['setting', 'CurrentAC', '0x00000002']],
  );
  assert.deepEqual(readAll('    当前交流电源设置索引: 0x00000001'), [['setting', 'CurrentAC', '0x00000001']]);
  assert.deepEqual(readAll('    CrashDumpEnabled    REG_DWORD    0x7'), [['setting', 'CrashDumpEnabled', '0x7']]);
});

test('a block that ties to no driver, and prose, are nothing', () => {
  assert.deepEqual(readAll('Name : Ethernet\nStatus : Up\n\nDriverFileName : acmetun.sys'), []);
  assert.deepEqual(readAll(PROSE), []);
});
