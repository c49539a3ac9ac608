import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { analyze, CRASH_TOP, stackText, THREAD_END } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

const SERVICE = analyze('3b', ['c0000005', 'fffff80562341092', 'ffffa67f813ae410', '0']);
const NAMED = stackText(
  'gdiquince!Region::combine+0x92',
  'gdiquince!Region::open+0x18',
  'win32kfull!NtGdiOpen+0x8b',
  ...THREAD_END,
);
const IMAGE = 'IMAGE_NAME:  gdiquince.sys\n';

const saidOf = (text: string) =>
  judged(text).judgement.suspects.flatMap(({ evidence }) => evidence.map((one) => one.text.en));

test('an image that no table knows is no third party for being unknown: named with low confidence at most', () => {
  assert.equal(verdictOf(SERVICE + NAMED + IMAGE), 'gdiquince.sys low');
  assert.ok(
    saidOf(SERVICE + NAMED + IMAGE).some((said) => said.includes('is in no known list of the drivers of Windows')),
  );
  assert.ok(!saidOf(SERVICE + NAMED + IMAGE).some((said) => said.includes('not part of Windows')));
});

test('what shows another maker gives the certainty back: a record of another company, or symbols that Microsoft lacks', () => {
  const lmvm = (company: string) => `
0: kd> lmvm gdiquince
Browse full module list
start             end                 module name
fffff805\`62340000 fffff805\`62380000   gdiquince   (pdb symbols)
    Image path: \\SystemRoot\\System32\\drivers\\gdiquince.sys
    Image name: gdiquince.sys
    CompanyName:      ${company}
`;
  assert.equal(verdictOf(SERVICE + NAMED + IMAGE + lmvm('Quince Imaging GmbH')), 'gdiquince.sys medium');
  const bare = NAMED.replace('gdiquince!Region::combine+0x92', 'gdiquince+0x21092');
  assert.equal(verdictOf(SERVICE + bare + IMAGE), 'gdiquince.sys medium');
  assert.ok(saidOf(SERVICE + bare + IMAGE).some((said) => said.includes('not part of Windows')));
});

test('so does a source of nobody but its maker, not one that Windows is built from', () => {
  const built = (path: string) => SERVICE + NAMED.replace('combine+0x92', `combine+0x92 [${path} @ 641]`) + IMAGE;
  assert.equal(verdictOf(built('D:\\ci\\quince\\region.c')), 'gdiquince.sys medium');
  assert.equal(verdictOf(built('d:\\th\\windows\\core\\region.cxx')), 'gdiquince.sys low');
  assert.equal(verdictOf(built('minkernel\\quince\\region.cpp')), 'gdiquince.sys low');
});

test('where the kernel has no symbols either, those of nobody tell anything', () => {
  const nothing = stackText('nt+0x3f1a20', 'nt+0x40d5a9', 'gdiquince+0x21092', 'nt+0x2a8f3c');
  assert.notEqual(verdictOf(SERVICE + nothing + IMAGE).split(' ')[1], 'medium');
});

test('only a timeout records its driver: a name in another stop of the graphics makes nobody a display driver', () => {
  const scheduler = analyze('119', ['5', 'ffffb70f2a1c3000', 'ffffb70f2d4fa8a0', '19f3c']);
  assert.equal(verdictOf(`${scheduler}MODULE_NAME: pinewifi\n\nIMAGE_NAME:  pinewifi.sys\n`), 'unknown low');
  const onStack = stackText(
    'nt!KeBugCheckEx',
    'watchdog!WdLogSingleEntry5+0x45',
    'dxgmms2!VidSchiRun+0x21',
    'pinegpu+0x2c14',
    'dxgmms2!VidSchiWorkerThread+0xaa',
    ...THREAD_END,
  );
  const named = saidOf(`${scheduler}IMAGE_NAME:  pinegpu.sys\n\n${onStack}`);
  assert.ok(
    named.some((said) => said.includes('about a display driver, and pinegpu.sys')),
    named.join('\n'),
  );
  assert.ok(!named.some((said) => said.includes('did not answer')));
});

test('what FAULTING_IP shows below a timeout of the display is its owner, no instruction that failed', () => {
  const timeout = analyze('116', ['ffffb70f2a1c3000', 'fffff8056234c14c', 'c000009a', '4']);
  const text = `${timeout}FAULTING_IP: \npinegpu+c14c\nfffff805\`6234c14c 48ff252d2deaff  jmp     qword ptr [pinegpu+0x6eee88]\n\nMODULE_NAME: pinegpu\n\nIMAGE_NAME:  pinegpu.sys\n`;
  const said = saidOf(text + stackText(...CRASH_TOP.slice(0, 1), 'dxgkrnl!TdrBugcheckOnTimeout+0x109', ...THREAD_END));
  assert.ok(
    said.some((one) => one.startsWith('The display driver that did not answer is pinegpu.sys')),
    said.join('\n'),
  );
  assert.ok(!said.some((one) => one.startsWith('The instruction that failed')));
});

test('nor is it surer for two dumps that are linked: both may show the same part of Windows', () => {
  const another = analyze('3b', ['c0000005', 'fffff80562341092', 'ffffc70a113ae410', '0']);
  const pastes = [SERVICE + NAMED + IMAGE, another + NAMED + IMAGE].map((text, at) => ({ source: `${at}`, text }));
  const { crashes, groups } = diagnose(pastes, loadKnowledge());
  assert.equal(crashes.length, 2);
  assert.deepEqual(
    groups.map(({ culprit, confidence }) => [culprit, confidence]),
    [['gdiquince.sys', 'low']],
  );
});
