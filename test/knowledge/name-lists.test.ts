import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isGuestDriver, isNoImage, isShared } from '#src/diagnosis/knowledge/images.ts';
import { readNames } from '#src/diagnosis/knowledge/name-list.ts';
import {
  isCrashMachinery,
  isMiniportCall,
  isStackOrigin,
  isStopCall,
  isStopWay,
  isWaiting,
} from '#src/diagnosis/knowledge/routines.ts';
import { duplicates } from '../support/duplicates.ts';

const KNOWLEDGE = new URL('../../src/diagnosis/knowledge/', import.meta.url);
const GUIDE = new URL('../../docs/kernel-routines.md', import.meta.url);

const lists = ['routines', 'images'].flatMap((folder) =>
  readdirSync(new URL(folder, KNOWLEDGE)).map((file) => `${folder}/${file}`),
);

function text(file: string): string {
  return readFileSync(new URL(file, KNOWLEDGE), 'utf8');
}

test('every list says first what it is for, and of every group where it is from', () => {
  assert.ok(lists.length > 25, `only ${lists.length} lists were found`);
  for (const file of lists) {
    const [note = '', ...groups] = text(file).split('\n\n');
    assert.ok(
      note.split('\n').every((line) => line.startsWith('# ')),
      file,
    );
    assert.ok(groups.length > 0, file);
    for (const group of groups) {
      assert.match(group, /^# source: .{3,120}$/m, file);
    }
  }
});

test('a name is one word of the letters that names are made of, and no line of a list stands twice', () => {
  for (const file of lists) {
    const names = readNames(file);
    assert.deepEqual(
      names.filter((name) => !/^(?:[\w.*]|\[[\w .-]{1,8}\]){2,60}$/.test(name)),
      [],
      file,
    );
    assert.deepEqual(duplicates(names), [], file);
  }
});

test('every list is read by one matcher, and the page on editing them has a line for each', () => {
  const code = text('routines.ts') + text('images.ts');
  const guide = readFileSync(GUIDE, 'utf8');
  for (const file of lists) {
    const stem = file.slice(file.indexOf('/') + 1, -'.txt'.length);
    const uses = code.split('\n').filter((line) => line.includes(`'${stem}'`) || line.includes(`'${file}'`));
    assert.equal(uses.length, 1, file);
    assert.ok(guide.includes(`\`${stem}\``), `${file} is missing in docs/kernel-routines.md`);
  }
});

test('a star at the end leaves the rest open, elsewhere it stands for letters, and brackets for one of them', () => {
  assert.ok(isCrashMachinery('KeBugCheckEx'));
  assert.ok(isCrashMachinery('KiInvalidOpcodeFault'));
  assert.ok(!isCrashMachinery('KiInvalidOpcodeFaulted'));
  assert.ok(!isCrashMachinery('MyKeBugCheckEx'));
  assert.ok(isMiniportCall('NdisMIndicateReceiveNetBufferLists'));
  assert.ok(!isMiniportCall('NdisMiniport'));
  assert.ok(isWaiting('KiSwapThread'));
  assert.ok(!isWaiting('KiSwapThreadSlowly'));
});

test('x86 decorates names, and a frame may have none', () => {
  assert.ok(isStopWay('_KeBugCheckEx@20'));
  assert.ok(isStackOrigin('__RtlUserThreadStart'));
  assert.ok(isStopCall('kebugcheckex'));
  for (const name of [null, undefined, '', '_', '@8']) {
    assert.equal(isStopWay(name), false);
  }
});

test('images are found with and without their endings where a tool may leave them out', () => {
  assert.ok(isGuestDriver('VMXNET3n61x64.sys') && isGuestDriver('viostor'));
  assert.ok(isNoImage('hardware.sys') && isNoImage('nt_wrong_symbols') && isNoImage('unknown_image'));
  assert.ok(!isNoImage('imagex.sys') && !isGuestDriver('vioacme.sys'));
  assert.ok(isShared('ndis.sys') && isShared('tcpip.sys') && !isShared('ndisxsys'));
});
