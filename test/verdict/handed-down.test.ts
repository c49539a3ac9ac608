import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, CRASH_TOP, stackText, THREAD_END } from './debugger-text.ts';
import { verdictOf } from './verdict-of.ts';

/** Who hands something down to Windows and who asked for it himself, in pairs. */

const D1 = analyze('d1', ['138', '2', '0', 'fffff80312341111']);
const SERVICE = analyze('3b', ['c0000005', 'fffff80562341092', 'ffff8a0c51b0e010', '0']);
const CALL = ['nt!KiSystemServiceCopyEnd+0x25'];
const DPC = ['nt!KiExecuteAllDpcs+0x2e7', 'nt!KiIdleLoop+0x9e'];

/** A row whose columns hold what the compiler saved there. */
function row(site: string, args: string): string {
  return `ffff8a0c\`51b0e000 fffff803\`12340000     : ${args} : ${site}`;
}

test('what 64-bit code saved in the columns is no sign of another request', () => {
  const stack = (handed: string, given: string) =>
    [
      'STACK_TEXT:',
      row('Ntfs!NtfsCommonCleanup+0x1b4', `ffffb10c\`11c20010 ${handed} 00000000\`00000000 00000000\`00000000`),
      row('Ntfs!NtfsFsdCleanup+0x1dc', `ffffb10c\`11c20070 ${handed} 00000000\`00000000 00000000\`00000000`),
      row('nt!IofCallDriver+0x55', `ffffb10c\`11c200d0 ${handed} 00000000\`00000000 00000000\`00000000`),
      row('acmeflt+0x2a61', `ffffb10c\`22d30010 ${given} 00000000\`00000000 00000000\`00000000`),
      row('nt!IofCallDriver+0x55', `ffffb10c\`22d30070 ${given} 00000000\`00000000 00000000\`00000000`),
      row('nt!NtClose+0xde', '00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000'),
      row(CALL.join(''), '00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000'),
    ].join('\n');
  assert.doesNotMatch(verdictOf(SERVICE + stack('00000000`00000002', '00000000`00000004')), /^acmeflt/);
  assert.match(verdictOf(SERVICE + stack('ffffb10c`33e40010', 'ffffb10c`44f50010')), /^acmeflt\.sys /);
});

test('where IoCallDriver leaves no frame, the service that asked shows who was given a request', () => {
  const opened = ['nt!IopParseDevice+0x5a5', 'nt!ObOpenObjectByName+0x306', 'nt!NtCreateFile+0x78', ...CALL];
  const below = ['Ntfs!NtfsCommonCreate+0x3e1', 'Ntfs!NtfsFsdCreate+0x1c0', 'acmeflt+0x3a10'];
  assert.doesNotMatch(verdictOf(SERVICE + stackText(...below, ...opened)), /^acmeflt/);
  assert.match(verdictOf(SERVICE + stackText('acmeflt+0x3a44', ...opened)), /^acmeflt\.sys /);
  assert.match(verdictOf(SERVICE + stackText(...below, ...THREAD_END)), /^acmeflt\.sys /);
});

test('between port and class driver of a mouse a filter hands on; what it made up itself is its own', () => {
  const above = [...CRASH_TOP, 'mouclass!MouseClassServiceCallback+0x62', 'acmeflt+0x1b20'];
  assert.equal(verdictOf(D1 + stackText(...above, 'mouhid!MouHid_ReadComplete+0x5c1', ...DPC)), 'unknown low');
  assert.match(verdictOf(D1 + stackText(...above, 'nt!KiProcessExpiredTimerList+0x159', ...DPC)), /^acmeflt\.sys /);
});

test('who calls the dispatch routine of the streaming class gives the request on; a handler of its own does not', () => {
  const asked = ['acmecam+0x1c14', 'nt!IofCallDriver+0x55', 'nt!NtDeviceIoControlFile+0x56', ...CALL];
  const handed = ['ks!CKsQueue::AddFrame+0x1c4', 'ks!DispatchDeviceIoControl+0x60', ...asked];
  assert.doesNotMatch(verdictOf(SERVICE + stackText(...handed)), /^acmecam/);
  const own = ['acmecam+0x6c14', 'ks!KsPropertyHandler+0x19', ...asked];
  assert.match(verdictOf(SERVICE + stackText(...own)), /^acmecam\.sys /);
});

test('a driver that waited for a graphics card did not keep it from answering', () => {
  const stop = analyze('117', ['ffffd30c4a1c2010', 'fffff80312341111', '0', '0']);
  const stack = stackText(
    'watchdog!WdDbgReportRecreate+0x11f',
    'dxgkrnl!TdrUpdateDbgReport+0x11b',
    'dxgmms2!VidSchiReportHwHang+0x5f1',
    'dxgkrnl!DxgkWaitForSynchronizationObject+0x1c5',
    'acmeflt+0x21f3',
    ...CALL,
  );
  assert.equal(verdictOf(`${stop}${stack}IMAGE_NAME:  igdkmdn64.sys\n`), 'igdkmdn64.sys low');
});
