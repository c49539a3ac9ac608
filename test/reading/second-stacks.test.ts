import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** Several dumps in one text that no stop code and no heading parts: told by their stacks and by where code lies. */

const names = (driver: string, cause = 'ExFreePool+0x9') =>
  `nt!KeBugCheckEx\nnt!${cause}\n${driver}!Take+0x12\n${driver}!Work+0x45\nnt!KiStartSystemThread+0x28\n`;

const numbered = (driver: string) => `1: kd> kc
 # Call Site
00 nt!KeBugCheckEx
01 nt!KiBugCheckDispatch
02 nt!KiPageFault
03 ${driver}!Take
04 ${driver}!Work
05 nt!KiStartSystemThread
`;

const rows = (site: string) => `2: kd> k
 # Child-SP          RetAddr               Call Site
00 ffff8e0a\`3b1c76f8 fffff802\`21fd3c2a     nt!KeBugCheckEx
01 ffff8e0a\`3b1c7700 fffff802\`55dd18f0     nt!ExFreePool+0x9
02 ffff8e0a\`3b1c7740 fffff802\`55dd2a10     ${site}
03 ffff8e0a\`3b1c77c0 00000000\`00000000     nt!KiStartSystemThread+0x28
`;

const lmvm = (start: string, end: string) =>
  `1: kd> lmvm acmetape\nstart             end                 module name\n${start} ${end}   acmetape   (no symbols)\n    Image name: acmetape.sys\n`;

/** The drivers on the stacks of each crash. */
function drivers(text: string): string[] {
  return readCrashes([{ source: null, text }]).crashes.map(({ facts }) => {
    const modules = facts.stacks.flatMap(({ frames }) => frames.map(({ module }) => module));
    return [...new Set(modules.filter((module) => module !== null && module !== 'nt'))].join(' ');
  });
}

test('a second stack that ends in a stop, of another thread, is of another dump', () => {
  for (const text of [
    `${numbered('acmetape')}\n${numbered('acmescan')}`,
    `From 32-bit:\n${names('acmetape')}\nFrom 64-bit:\n${names('acmescan')}`,
    `${names('acmetape')}\nand the other one:\n\n${numbered('acmescan')}`,
  ]) {
    assert.deepEqual(drivers(text), ['acmetape', 'acmescan'], text);
  }
});

test('two stops of Windows alone are two dumps', () => {
  const windows = (cause: string) =>
    `nt!KeBugCheckEx\nnt!${cause}+0x9\nnt!MiDelete${cause}+0x44\nnt!Mm${cause}+0x7\nnt!KiSystemServiceCopyEnd+0x25\n`;
  assert.equal(drivers(`${windows('FreePages')}\n${windows('UnmapView')}`).length, 2);
});

test('the stack of one thread printed again is no other dump', () => {
  for (const text of [
    rows('acmetape!Take+0x12') + rows('acmetape!Take+0x12').replace('> k\n', '> kb\n'),
    rows('acmetape+0x18f0') + rows('acmetape!Take+0x12'),
    names('acmetape') + rows('acmetape!Take+0x12'),
    `${numbered('acmetape')}Once more, shorter:\n\n${numbered('acmetape').split('\n').slice(0, 6).join('\n')}`,
  ]) {
    assert.equal(drivers(text).length, 1, text);
  }
});

test('a thread that does not stop the machine is of the same dump', () => {
  const waiting = numbered('acmescan').replace('nt!KeBugCheckEx', 'nt!KiSwapContext').replace('> kc', '> ~1 kc');
  assert.deepEqual(drivers(numbered('acmetape') + waiting.replace('KiBugCheckDispatch', 'KiSwapThread')), [
    'acmetape acmescan',
  ]);
});

test('a module at another place of memory is of another dump', () => {
  const here = lmvm('fffff802`55dd0000', 'fffff802`55de0000');
  const moved = lmvm('fffff805`11dd0000', 'fffff805`11df2000');
  const count = (text: string) => readCrashes([{ source: null, text }]).crashes.length;
  assert.equal(count(here + moved), 2);
  assert.equal(count(here + here), 1);
  assert.equal(count(here + lmvm('fffff802`55dd0000', 'fffff802`55de1000')), 1, 'its end was damaged');
  assert.equal(count(here + lmvm('fffff802`65dd0000', 'fffff802`55de0000')), 1, 'its begin was damaged');
  assert.equal(count(here + moved.replace('acmetape   (no', 'acmescan   (no')), 1, 'another module');
});
