import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BugcheckRows } from '../../src/diagnosis/knowledge/bugcheck-row.ts';
import { CommandRows } from '../../src/diagnosis/knowledge/command-row.ts';
import { compareVersions } from '../../src/diagnosis/knowledge/compare-versions.ts';
import { DriverGroups } from '../../src/diagnosis/knowledge/driver-row.ts';
import { KnownBadRows } from '../../src/diagnosis/knowledge/known-bad-row.ts';
import { PoolTagGroups } from '../../src/diagnosis/knowledge/pool-tag-row.ts';
import { readTable } from '../../src/diagnosis/knowledge/read-table.ts';
import { StatusRows } from '../../src/diagnosis/knowledge/status-row.ts';
import { WindowsBuildRows } from '../../src/diagnosis/knowledge/windows-build-row.ts';
import { duplicates } from '../support/duplicates.ts';

const bugchecks = BugcheckRows.parse(readTable('bugchecks'));
const drivers = DriverGroups.parse(readTable('drivers'));
const tags = PoolTagGroups.parse(readTable('pool-tags'));
const statuses = StatusRows.parse(readTable('status-codes'));
const builds = WindowsBuildRows.parse(readTable('windows-builds.json'));
const commands = CommandRows.parse(readTable('debugger-commands.json'));

const knownBad = KnownBadRows.parse(readTable('known-bad-versions.json'));

const images = drivers.flatMap((group) => group.of.flatMap((product) => product.images.split(' ')));

test('no row stands twice', () => {
  assert.deepEqual(duplicates(bugchecks.map((row) => row.code)), []);
  assert.deepEqual(duplicates(images), []);
  assert.deepEqual(duplicates(tags.flatMap((group) => group.tags.split(' '))), []);
  assert.deepEqual(duplicates(statuses.map((row) => row.code)), []);
  assert.deepEqual(duplicates(builds.map((row) => row.build)), []);
  assert.deepEqual(duplicates(commands.map((row) => row.command)), []);
});

test('ranges of bad versions and dates run forwards', () => {
  assert.ok(knownBad.length >= 8);
  for (const { versions = [], built, crashed, product } of knownBad) {
    for (const { from, to } of versions) assert.ok(compareVersions(from, to) <= 0, product);
    for (const days of [built, crashed]) assert.ok(!days || days.from <= days.to, product);
  }
});

test('every table is as large as it was promised', () => {
  assert.ok(images.length >= 1500, `${images.length} images`);
  assert.ok(statuses.length >= 250, `${statuses.length} status codes`);
  assert.ok(tags.flatMap((group) => group.tags.split(' ')).length >= 1000);
  assert.ok(bugchecks.length >= 378, `${bugchecks.length} stop codes`);
});

test('images and modules are found without a second spelling: all lower case, each with an ending', () => {
  assert.deepEqual(
    images.filter((image) => !/^[a-z0-9_.&+-]+\.(?:sys|dll|exe|efi)$/.test(image)),
    [],
  );
});

test('what Windows ships is kernel, port or component, and nothing else is', () => {
  const ofWindows = ['kernel', 'port', 'component'];
  for (const { owner, kind } of drivers) assert.equal(ofWindows.includes(kind), owner === 'windows', kind);
});

test('pool tags of a third party are not said to be of Windows, and details are of tags that are listed', () => {
  for (const { tags: listed, details = {}, image, windows } of tags) {
    assert.deepEqual(
      Object.keys(details).filter((tag) => !listed.split(' ').includes(tag)),
      [],
    );
    if (image === null) assert.equal(windows, false);
  }
});

test('Chinese is Chinese, English is English', () => {
  const texts = [...statuses, ...commands, ...knownBad].map(({ en, zh }) => ({ en, zh }));
  texts.push(...bugchecks.flatMap((row) => [row.meaning, row.causes, ...row.parameters.map((each) => each.meaning)]));
  for (const { en, zh } of texts) {
    assert.match(zh, /\p{Script=Han}/u, en);
    assert.doesNotMatch(en, /\p{Script=Han}/u, zh);
  }
});
