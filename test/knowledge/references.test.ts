import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { STEPS } from '#src/diagnosis/advice/steps.ts';
import type { BugcheckRow } from '#src/diagnosis/knowledge/bugcheck-row.ts';
import type { KnownBadRow } from '#src/diagnosis/knowledge/known-bad-row.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import type { PoolTagGroup } from '#src/diagnosis/knowledge/pool-tag-row.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { SHARED, withShared } from '../support/shared-folder.ts';

const knowledge = loadKnowledge();
const rows = readTable<BugcheckRow>('bugchecks');

/** Every string under a key `commands`, however deep. */
function commandLists(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'commands' && Array.isArray(inner) ? inner.map(String) : commandLists(inner),
  );
}

function commandsOf(row: BugcheckRow): string[] {
  return commandLists(row);
}

test('every command that a stop code names first is explained', () => {
  const unknown = rows.flatMap(commandsOf).filter((command) => knowledge.command(command) === null);
  assert.deepEqual([...new Set(unknown)], []);
});

test('every command that a step gives is explained', () => {
  const commands = commandLists(STEPS).filter((command) => !/^<(?:decides|record)>$/.test(command));
  assert.ok(commands.length > 60, 'the steps hold commands');
  assert.deepEqual(
    commands.filter((command) => knowledge.command(command) === null),
    [],
  );
});

test('commands fill in arguments one to four and nothing else', () => {
  const places = rows.flatMap(commandsOf).flatMap((command) => command.match(/<[^>]*>/g) ?? []);
  assert.deepEqual(
    [...new Set(places)].filter((place) => !/^<arg[1-4]>$/.test(place)),
    [],
  );
});

test('the stop codes that turn up most are listed under their exact names', () => {
  const known = {
    '0xa': 'IRQL_NOT_LESS_OR_EQUAL',
    '0x1a': 'MEMORY_MANAGEMENT',
    '0x1e': 'KMODE_EXCEPTION_NOT_HANDLED',
    '0x3b': 'SYSTEM_SERVICE_EXCEPTION',
    '0x50': 'PAGE_FAULT_IN_NONPAGED_AREA',
    '0x7e': 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED',
    '0x9f': 'DRIVER_POWER_STATE_FAILURE',
    '0xc4': 'DRIVER_VERIFIER_DETECTED_VIOLATION',
    '0xd1': 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
    '0xef': 'CRITICAL_PROCESS_DIED',
    '0x116': 'VIDEO_TDR_FAILURE',
    '0x124': 'WHEA_UNCORRECTABLE_ERROR',
    '0x133': 'DPC_WATCHDOG_VIOLATION',
    '0x139': 'KERNEL_SECURITY_CHECK_FAILURE',
    '0xc000021a': 'WINLOGON_FATAL_ERROR',
    '0x1000007e': 'SYSTEM_THREAD_EXCEPTION_NOT_HANDLED_M',
  };
  for (const [code, name] of Object.entries(known)) {
    assert.equal(knowledge.bugcheck(code)?.name, name);
  }
});

test('every stop code of the public reference is listed under its exact name', withShared, () => {
  const reference = readFileSync(`${SHARED}reference/bugcheck-codes.tsv`, 'utf8');
  const codes = reference
    .trim()
    .split('\n')
    .map((line) => line.trim().split('\t'));
  const wrong = codes.filter(([code = '', name]) => rows.find((row) => row.code === code)?.name !== name);
  assert.deepEqual(wrong, []);
  assert.ok(codes.length > 300, 'the list is whole');
});

test('every stop code is found by its names, with underscores or blanks', () => {
  for (const { name, also = name } of rows) {
    for (const each of [name, also]) {
      assert.equal(knowledge.bugcheckByName(each)?.name, name);
      assert.equal(knowledge.bugcheckByName(each.toLowerCase().replaceAll('_', ' '))?.name, name);
    }
  }
});

test('names that a stop screen shows and the reference spells otherwise are known', () => {
  assert.equal(knowledge.bugcheckByName('ACPI_FIRMWARE_WATCHDOG_TIMEOUT')?.code, '0x1d0');
  assert.equal(knowledge.bugcheckByName('STATUS_SYSTEM_PROCESS_TERMINATED')?.code, '0xc000021a');
});

test('a version reported as bad is of a driver that is listed, with stop codes that are', () => {
  for (const { image, codes = [] } of readTable<KnownBadRow>('known-bad-versions.json')) {
    assert.ok(knowledge.driver(image), image);
    for (const code of codes) {
      assert.ok(knowledge.bugcheck(code), code);
    }
  }
});

test("a binary is Windows' own in the table of drivers where it is in the table of pool tags", () => {
  const unlike = readTable<PoolTagGroup>('pool-tags').filter(({ image, windows }) => {
    const driver = image === null ? null : knowledge.driver(image);
    return driver ? (driver.owner === 'windows') !== windows : image !== null && windows;
  });
  assert.deepEqual(unlike, []);
});
