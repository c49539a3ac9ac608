import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const STOP = 'BugCheck D1, {ffffa70f11203008, 2, 0, fffff80c4e1a2f10}\n\n';

function culprit(output: string, stop = STOP): string | undefined {
  return diagnose([{ source: null, text: `${stop}${output}` }], loadKnowledge()).crashes[0]?.judgement.verdict.culprit;
}

test('what the debugger prints for the address of the instruction names whose code it is', () => {
  const ln =
    '0: kd> ln fffff80c4e1a2f10\n(fffff80c`4e1a2ec0)   acmeflt!Read+0x50   |  (fffff80c`4e1a3000)   acmeflt!Write';
  const address = `0: kd> !address fffff80c4e1a2f10
Usage:                  Module
Base Address:           fffff80c\`4e1a0000
End Address:            fffff80c\`4e1b0000
Module name:            acmeflt.sys`;
  const listing = `0: kd> u fffff80c4e1a2f0c
acmeflt+0x2f0c:
fffff80c\`4e1a2f0c 4889cb          mov     rbx,rcx
fffff80c\`4e1a2f10 8b4118          mov     eax,dword ptr [rcx+18h]`;
  const memory = `0: kd> dps ffffd10a72d0e980 L2
ffffd10a\`72d0e980  fffff80c\`4e1a2f10 acmeflt+0x2f10
ffffd10a\`72d0e988  fffff804\`5588c3d7 nt!IofCallDriver+0x55`;
  for (const output of [ln, address, listing, memory]) {
    assert.equal(culprit(output), 'acmeflt.sys', output);
  }
});

test('what was printed for another address accuses nobody', () => {
  const ln = '0: kd> ln fffff80c4e1a2a00\n(fffff80c`4e1a2a00)   acmeflt!Read   |  (fffff80c`4e1a3000)   acmeflt!Write';
  const listing = `0: kd> u acmeflt!Read L1
acmeflt!Read:
fffff80c\`4e1a2a00 4889cb          mov     rbx,rcx
0: kd> u fffff80c4e1a2f10 L1
fffff80c\`4e1a2f10 8b4118          mov     eax,dword ptr [rcx+18h]`;
  const chain = `0: kd> k
 # Child-SP          RetAddr               Call Site
00 ffffd10a\`72d0e980 fffff80c\`4e1a2f10     nt!KeBugCheckEx
01 ffffd10a\`72d0e988 fffff804\`5588c3d7     nt!IofCallDriver+0x55`;
  for (const output of [ln, listing, chain]) {
    assert.equal(culprit(output), 'unknown', output);
  }
});

test('code of Windows at that address accuses no driver', () => {
  const ln = '0: kd> ln fffff80c4e1a2f10\n(fffff80c`4e1a2ec0)   nt!memcpy+0x50   |  (fffff80c`4e1a3000)   nt!memset';
  assert.equal(culprit(ln), 'unknown');
});

test('the owner that a display timeout recorded is named by the answer of ln', () => {
  const stop = 'BugCheck 116, {ffffa48cb0c1f010, fffff8073a5c2b40, ffffffffc000009a, 4}\n\n';
  const row = (module: string) =>
    `0: kd> ln fffff8073a5c2b40\n(fffff807\`3a5c2b00)   ${module}!Entry+0x40   |  (fffff807\`3a5c3000)   ${module}!Next`;
  assert.equal(culprit(row('nvlddmkm'), stop), 'nvlddmkm.sys');
  assert.notEqual(culprit(row('dxgkrnl'), stop), 'dxgkrnl.sys');
});
