import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareVersions } from '#src/diagnosis/knowledge/compare-versions.ts';
import type { ModuleOnMachine } from '#src/diagnosis/knowledge/knowledge.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const { knownBad } = loadKnowledge();

function found(image: string, over: Partial<ModuleOnMachine>): boolean {
  return knownBad({ image, version: null, built: null, crashed: null, windows: null, ...over }) !== null;
}

test('versions are compared as numbers, as far as the bound goes', () => {
  assert.ok(compareVersions('5.1.9', '5.1.81') < 0);
  assert.ok(compareVersions('5.1.100.2', '5.1.84') > 0);
  assert.equal(compareVersions('5.1.84.999', '5.1.84'), 0);
  assert.ok(compareVersions('5', '5.1') < 0);
});

test('a version is bad from the first to the last that was reported, and not beside them', () => {
  assert.ok(found('npcap.sys', { version: '5.1.81.0' }));
  assert.ok(found('NPCAP.SYS', { version: '5.1.84.1114' }));
  for (const version of ['5.1.80.612', '5.1.85.0', '5.1.8', '1.84', '', '5.1.81 (WinBuild.160101.0800)', null]) {
    assert.ok(!found('npcap.sys', { version }), String(version));
  }
  assert.ok(!found('acmecap.sys', { version: '5.1.84.1114' }));
});

test('a fixed release that still shows the old number is told by its build', () => {
  assert.ok(found('npcap.sys', { version: '5.1.86.120' }));
  assert.ok(!found('npcap.sys', { version: '5.1.86.203' }));
});

test('a report on one Windows says nothing about an older or an unknown one', () => {
  const version = '10.29.0.5152';
  assert.ok(found('intcaudiobus.sys', { version, windows: '22631.2506' }));
  assert.ok(!found('intcaudiobus.sys', { version, windows: '10.0.19045.3693' }));
  assert.ok(!found('intcaudiobus.sys', { version }));
});

test('a link date or the day of the crash stands in where the version says nothing', () => {
  assert.ok(found('usbip2_ude.sys', { built: '2026-07-02T17:45:36Z' }));
  assert.ok(!found('usbip2_ude.sys', { built: '2026-08-26T00:00:00Z' }));
  assert.ok(found('csagent.sys', { version: '7.15.18511.0', crashed: '2024-07-19' }));
  assert.ok(!found('csagent.sys', { version: '7.15.18511.0', crashed: '2024-09-01' }));
  assert.ok(!found('csagent.sys', { version: '7.15.18511.0' }));
});
