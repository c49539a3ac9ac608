import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ToCollect, whatToCollect } from '#src/diagnosis/collecting/what-to-collect.ts';
import { CollectRows, collectRows } from '#src/diagnosis/knowledge/collect-row.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { collectMail } from '#src/mail/collect-mail.ts';
import { mailAsPlainText } from '#src/mail/plain-text.ts';
import { aCase } from '../follow-ups/a-case.ts';

const CASE = aCase(1, 'A', '2026-11-22T10:00:00.000Z');
const KNOWLEDGE = loadKnowledge();
const crash = (changes: Partial<ToCollect>): ToCollect => ({
  code: null,
  culprit: 'unknown',
  modules: [],
  dump: null,
  ...changes,
});
const asked = (changes: Partial<ToCollect>) => whatToCollect([crash(changes)], KNOWLEDGE).map(({ id }) => id);

test('every row has its shape, its codes are known, and what it replaces is a row', () => {
  const rows = CollectRows.parse(collectRows());
  const ids = rows.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { codes = [], replaces = [] } of rows) {
    assert.deepEqual(
      codes.filter((code) => KNOWLEDGE.bugcheck(code as `0x${string}`)?.code !== code),
      [],
    );
    assert.deepEqual(
      replaces.filter((id) => !ids.includes(id)),
      [],
    );
  }
});

test('every case is asked for the dump, the system, the logs, the updates and the drivers', () => {
  assert.deepEqual(asked({}), ['folder', 'memory-dump', 'kernel-dump-type', 'system', 'events', 'hotfixes', 'drivers']);
});

test('no other type of dump is asked for where the dump at hand holds as much', () => {
  const types = (changes: Partial<ToCollect>) => asked(changes).filter((id) => id.endsWith('dump-type'));
  assert.deepEqual(types({ dump: 'mini' }), ['kernel-dump-type']);
  assert.deepEqual(types({ dump: 'kernel' }), []);
  assert.deepEqual(types({ code: '0xef', dump: 'kernel' }), ['complete-dump-type']);
  assert.deepEqual(types({ code: '0xef', dump: 'full' }), []);
  const both = whatToCollect([crash({ dump: 'full' }), crash({ dump: 'mini' })], KNOWLEDGE).map(({ id }) => id);
  assert.ok(both.includes('kernel-dump-type'));
});

const SITUATIONS: readonly [string, Partial<ToCollect>, string, RegExp][] = [
  [
    'a stack in the network',
    { modules: ['nt', 'ndis'] },
    'network',
    /Get-NetAdapterBinding -AllBindings.*netcfg -s n.*netsh bridge/s,
  ],
  ['a wireless stack', { modules: ['nwifi'] }, 'wireless', /netsh wlan show drivers/],
  ['a callout of the filtering platform', { modules: ['fwpkclnt'] }, 'filtering-platform', /netsh wfp show state/],
  ['a filter of files', { modules: ['FLTMGR'] }, 'file-filters', /fltmc instances/],
  ['a power request that does not return', { code: '0x9f' }, 'power', /powercfg \/energy/],
  ['a machine check', { code: '0x124' }, 'hardware-errors', /WHEA-Logger/],
  ['a disk that does not answer', { code: '0x7a' }, 'storage', /Get-StorageReliabilityCounter/],
  ['a display that does not answer', { code: '0x116' }, 'display', /dxdiag.*EventID=4101/s],
  ['a routine that runs too long', { code: '0x133' }, 'processor-trace', /wpr -start/],
  ['a USB controller', { code: '0x144' }, 'devices', /Win32_PnPSignedDriver/],
  ['a changed kernel', { code: '0x109' }, 'boot-settings', /bcdedit \/enum/],
];

for (const [situation, seen, id, commands] of SITUATIONS) {
  test(`${situation} is asked for what decides there, and nobody else is`, () => {
    assert.ok(asked(seen).includes(id), asked(seen).join());
    assert.match(mailOf(seen), commands);
    assert.ok(!asked({ code: '0x19', modules: ['nt', 'acmeflt'] }).includes(id));
  });
}

test('a program that Windows cannot do without needs the complete dump, with what was set before as its undo', () => {
  const ids = asked({ code: '0xef' });
  assert.ok(ids.includes('complete-dump-type') && !ids.includes('kernel-dump-type'), ids.join());
  assert.match(mailOf({ code: '0xef' }), /CrashDumpEnabled \/t REG_DWORD \/d 1 \/f/);
  assert.match(mailOf({ code: '0xef' }), /note the value of CrashDumpEnabled.*value noted before/s);
});

test('where Windows kept running its live reports are asked for, and no dump settings', () => {
  const ids = asked({ code: '0x141' });
  assert.ok(
    ids.includes('live-reports') && !ids.includes('memory-dump') && !ids.includes('kernel-dump-type'),
    ids.join(),
  );
  const both = whatToCollect([crash({ code: '0x141' }), crash({ code: '0xd1' })], KNOWLEDGE).map(({ id }) => id);
  assert.ok(both.includes('memory-dump'), both.join());
});

test('the parts are numbered through, and Driver Verifier is asked for only where somebody is suspect and not proven', () => {
  const text = mailOf({ modules: ['ndis'] }, ['acmeflt.sys']);
  const numbers = [...text.matchAll(/^== (?<number>\d{1,2})\. /gm)].map((match) => Number(match.groups?.number));
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
  );
  assert.match(text, /verifier \/standard \/driver acmeflt\.sys.*verifier \/reset/s);
  assert.doesNotMatch(mailOf({}, []), /verifier/i);
  assert.doesNotMatch(mailOf({}, ['hardware', 'unknown', 'a b.sys']), /verifier/i);
});

function mailOf(seen: Partial<ToCollect>, suspects: readonly string[] = []): string {
  return mailAsPlainText(collectMail(CASE, { parts: whatToCollect([crash(seen)], KNOWLEDGE), suspects }, 'en', null));
}
