import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, stackText, THREAD_END } from './debugger-text.ts';
import { verdictOf } from './verdict-of.ts';

/** A miniport that asks its port for something, and who began that. */

const STOP = analyze('d1', ['0', '2', '0', 'fffff8021b46d114']);
const CALL = ['nt!KeBugCheckEx', 'nt!KiBugCheckDispatch+0x69', 'nt!KiPageFault+0x463', 'nt!KeSetEvent+0x11'];
const ASKED = [...CALL, 'storport!StorPortExtendedFunction+0x91d', 'acmecard+0x11d03'];

test('a miniport that asks its port on a thread of its own is the one', () => {
  const stack = stackText(
    ...ASKED,
    'acmecard+0x10230',
    'nt!PspSystemThreadStartup+0x57',
    'nt!KiStartSystemThread+0x34',
  );
  assert.equal(verdictOf(STOP + stack), 'acmecard.sys medium');
});

test('so it is on ARM64, where one routine takes all traps', () => {
  const [stop, dispatch] = CALL;
  const traps = ['nt!KiAbortException+0x2b0', 'nt!KzSynchronousException+0x1d8', 'nt!KisSynchronousException+0x84'];
  const stack = stackText(`${stop}`, `${dispatch}`, ...traps, ...ASKED.slice(3), 'nt!PspSystemThreadStartup+0x57');
  assert.equal(verdictOf(STOP + stack), 'acmecard.sys medium');
});

test('with a request that others sent down it is only the end of their path', () => {
  const stack = stackText(...ASKED, 'storport!RaUnitStartIo+0x1a4', 'nt!IofCallDriver+0x55', ...THREAD_END);
  assert.match(verdictOf(STOP + stack), /^unknown/);
});

test('nor is it the one where another Windows component failed above the port', () => {
  const stack = stackText(...CALL, 'tcpip!UdpSend+0x9', ...ASKED.slice(4), 'nt!PspSystemThreadStartup+0x57');
  assert.match(verdictOf(STOP + stack), /^unknown/);
});
