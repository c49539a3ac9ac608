import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BugcheckRows } from '#src/diagnosis/knowledge/bugcheck-row.ts';
import { CommandRows } from '#src/diagnosis/knowledge/command-row.ts';
import { compareVersions } from '#src/diagnosis/knowledge/compare-versions.ts';
import { DriverGroups } from '#src/diagnosis/knowledge/driver-row.ts';
import { KnownBadRows } from '#src/diagnosis/knowledge/known-bad-row.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { PoolTagGroups } from '#src/diagnosis/knowledge/pool-tag-row.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { StatusRows } from '#src/diagnosis/knowledge/status-row.ts';
import { WindowsBuildRows } from '#src/diagnosis/knowledge/windows-build-row.ts';
import { duplicates } from '../support/duplicates.ts';

const knowledge = loadKnowledge();
const bugchecks = BugcheckRows.parse(readTable('bugchecks'));
const drivers = DriverGroups.parse(readTable('drivers'));
const tags = PoolTagGroups.parse(readTable('pool-tags'));
const statuses = StatusRows.parse(readTable('status-codes'));
const builds = WindowsBuildRows.parse(readTable('windows-builds.json'));
const commands = CommandRows.parse(readTable('debugger-commands.json'));

const knownBad = KnownBadRows.parse(readTable('known-bad-versions.json'));

const images = drivers.flatMap((group) => group.of.flatMap((product) => product.images.split(' ')));

const services = drivers.flatMap((group) => group.of.flatMap((product) => product.services?.split(' ') ?? []));

test('no row stands twice', () => {
  assert.deepEqual(duplicates(bugchecks.map((row) => row.code)), []);
  assert.deepEqual(duplicates([...images, ...services.map((service) => `${service}.sys`)]), []);
  assert.deepEqual(duplicates(tags.flatMap((group) => group.tags.split(' '))), []);
  assert.deepEqual(duplicates(statuses.map((row) => row.code)), []);
  assert.deepEqual(duplicates(builds.map((row) => row.build)), []);
  assert.deepEqual(duplicates(commands.map((row) => row.command)), []);
});

test('ranges of bad versions and dates run forwards', () => {
  assert.ok(knownBad.length >= 8);
  for (const { versions = [], built, crashed, product } of knownBad) {
    for (const { from, to } of versions) {
      assert.ok(compareVersions(from, to) <= 0, product);
    }
    for (const days of [built, crashed]) {
      assert.ok(!days || days.from <= days.to, product);
    }
  }
});

test('every table is as large as it was promised', () => {
  assert.ok(images.length >= 5750, `${images.length} images`);
  assert.ok(statuses.length >= 250, `${statuses.length} status codes`);
  assert.ok(tags.flatMap((group) => group.tags.split(' ')).length >= 1000);
  assert.ok(bugchecks.length >= 378, `${bugchecks.length} stop codes`);
});

test('images and modules are found without a second spelling: all lower case, each with an ending', () => {
  assert.deepEqual(
    images.filter((image) => !/^(?:[a-z0-9_.&+-]+|[a-z_.&+#-]+)\.(?:sys|dll|exe|efi|r0)$/.test(image)),
    [],
  );
});

// Exact names come first, so a row whose number is left open (`procexp#.sys`) could hide such a module of somebody else.
test('a module is of whom its file is: no spelling of it leads to a row of the other side', () => {
  const wrong = drivers.flatMap(({ owner, of }) => {
    const files = of.flatMap((product) => product.images.split(' ')).map((image) => image.replaceAll('#', '7'));
    const modules = files.map((file) => file.replace(/\.(?:\w{3}|r0)$/, '').replaceAll(/[-.]/g, '_'));
    return [...files, ...modules].filter((name) => knowledge.driver(name)?.owner !== owner);
  });
  assert.deepEqual(wrong, []);
});

test('an image with its number left open is listed once: no version of it has a row of its own', () => {
  const open = new Set(images.filter((image) => image.includes('#')));
  const versions = images.filter((image) => /\d/.test(image) && open.has(image.replaceAll(/\d{1,20}/g, '#')));
  assert.ok(open.size >= 25, `${open.size} images with open numbers`);
  assert.deepEqual(versions, []);
});

test('vendors are named as they name themselves, without markup or the name of a driver kit template', () => {
  const products = drivers.flatMap((group) => group.of);
  const odd = products.filter(({ vendor = '', product = '' }) =>
    /&#?\w+;|^Windows\W|driver kit|DDK/i.test(vendor + product),
  );
  assert.deepEqual(odd, []);
});

test('a support address is of the maker, not of the list that names the file', () => {
  const named = drivers.flatMap((group) => group.of).filter(({ support }) => support);
  const wrong = named.filter(({ vendor, product, support = '' }) => {
    const microsoft = support.includes('microsoft.com') && !/microsoft/i.test(vendor ?? '');
    return microsoft || (!vendor && !product);
  });
  assert.deepEqual(wrong, []);
});

test('what Windows ships is kernel, port or component, and nothing else is', () => {
  const ofWindows = ['kernel', 'port', 'component'];
  for (const { owner, kind } of drivers) {
    assert.equal(ofWindows.includes(kind), owner === 'windows', kind);
  }
});

test('pool tags of a third party are not said to be of Windows, and details are of tags that are listed', () => {
  for (const { tags: listed, details = {}, image, windows } of tags) {
    assert.deepEqual(
      Object.keys(details).filter((tag) => !listed.split(' ').includes(tag)),
      [],
    );
    if (image === null) {
      assert.equal(windows, false);
    }
  }
});

/** Every pair of sentences, however deep. */
function pairs(value: unknown): { readonly en: string; readonly zh: string }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own = 'en' in value && 'zh' in value && typeof value.en === 'string' && typeof value.zh === 'string';
  return own ? [{ en: value.en as string, zh: value.zh as string }] : Object.values(value).flatMap(pairs);
}

const sentences = [...pairs(bugchecks), ...[...statuses, ...commands, ...knownBad].map(({ en, zh }) => ({ en, zh }))];

test('Chinese is Chinese, English is English', () => {
  assert.ok(sentences.length > 5000, `${sentences.length} sentences`);
  for (const { en, zh } of sentences) {
    if (en !== zh) {
      assert.match(zh, /\p{Script=Han}/u, en);
    }
    assert.doesNotMatch(en, /\p{Script=Han}/u, zh);
  }
});

// Asked of the Chinese, where none of these is a word ("an undefined area" is good English).
test('no sentence holds what a script left behind', () => {
  const left = sentences.filter(({ zh }) => /\b(?:None|undefined|null|NaN|TODO)\b|&#?\w+;|\$\{/.test(zh));
  assert.deepEqual(left, []);
});

test('Chinese keeps to full-width punctuation and a blank before and after Latin words', () => {
  const halfWidth = /[,;:!?(](?=\p{Script=Han})|(?<=\p{Script=Han})[,;:!?.)]/u;
  const unspaced = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u;
  const wrong = sentences.filter(({ zh }) => halfWidth.test(zh) || unspaced.test(zh));
  assert.deepEqual(wrong, []);
});

test('one Chinese word for one thing', () => {
  const others = /缺页|页表条目|定时器|状态码|小筛选器|重定向器|(?<!堆)栈|公开文档|参考文档|旋转锁|解引用/;
  assert.deepEqual(
    sentences.filter(({ zh }) => others.test(zh)),
    [],
  );
});

test('what a parameter depends on is another parameter, and one that selects', () => {
  for (const { code, parameters, cases } of bugchecks) {
    const selecting = [cases?.by, ...Object.values(cases?.rows ?? {}).map((each) => each.cases?.by)];
    for (const [index, { dependsOn, meaning }] of parameters.entries()) {
      if (dependsOn === undefined) {
        continue;
      }
      assert.notEqual(dependsOn, index + 1, code);
      assert.ok(selecting.includes(dependsOn), `${code}: no case by parameter ${dependsOn}`);
      assert.match(meaning.en, new RegExp(`parameter ${dependsOn}`), code);
    }
  }
});
