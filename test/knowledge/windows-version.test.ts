import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SystemFact } from '#src/diagnosis/facts.ts';
import { buildNumbers } from '#src/diagnosis/knowledge/build-numbers.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { windowsVersion } from '#src/diagnosis/windows-version.ts';

const knowledge = loadKnowledge();

function system(name: SystemFact['name'], value: string): SystemFact {
  return { name, value, lines: [1, 1] };
}

test('the numbers of a version string', () => {
  assert.deepEqual(buildNumbers('22621.2506.amd64fre.ni_release_svc_prod3.231018-1809'), {
    build: 22621,
    revision: 2506,
    built: '2023-10-18',
  });
  assert.deepEqual(buildNumbers('10.0.19045.3693'), { build: 19045, revision: 3693, built: null });
  assert.deepEqual(buildNumbers('10.0.19045 N/A Build 19045'), { build: 19045, revision: null, built: null });
  assert.deepEqual(buildNumbers('2600.xpsp_sp3_gdr.090804-1435'), { build: 2600, revision: null, built: '2009-08-04' });
  assert.deepEqual(buildNumbers('7601'), { build: 7601, revision: null, built: null });
});

test('revision 1 is the build before any update, and no patch level', () => {
  assert.equal(buildNumbers('10.0.19041.1')?.revision, null);
});

test('what holds no build number is none', () => {
  for (const text of ['', 'vb_release', 'ni_release_svc_prod3', '10.0', '123', 'amd64fre.22621']) {
    assert.equal(buildNumbers(text), null, text);
  }
});

test('the string that tells most is taken', () => {
  const told = windowsVersion(
    [
      system('build', '22621'),
      system('build', '10.0.22621.1928'),
      system('build-lab', 'ni_release_svc_prod3'),
      system('build-lab', '22621.1928.amd64fre.ni_release_svc_prod3.230622-0951'),
    ],
    knowledge,
  );
  assert.equal(
    told?.en,
    'Windows 11 22H2 / 23H2, build 22621.1928, files of 2023-06-22, serviced until 2026-11-10 at the latest',
  );
  assert.equal(told?.zh, 'Windows 11 22H2 / 23H2，内部版本 22621.1928，文件日期 2023-06-22，支持最迟至 2026-11-10');
});

test('an unlisted build is told as its number, and no number as nothing', () => {
  assert.equal(windowsVersion([system('build', '31999')], knowledge)?.en, 'build 31999');
  assert.equal(windowsVersion([system('version', 'Windows 10'), system('build-lab', 'vb_release')], knowledge), null);
  assert.equal(windowsVersion([], knowledge), null);
});

test('a kernel that several versions share is not called the oldest of them', () => {
  assert.match(windowsVersion([system('build', '19041')], knowledge)?.en ?? '', /2004–22H2/);
});

test('what late 2026 runs is known, with the last day of any edition', () => {
  assert.deepEqual(
    [26100, 26200, 26300, 28000].map((build) => knowledge.windowsBuild(build)?.endOfSupport),
    ['2034-11-14', '2028-10-10', '2029-10-09', '2029-03-13'],
  );
  assert.match(knowledge.windowsBuild(26100)?.name ?? '', /Server 2025/);
});

test('Windows 8 and later end on a Tuesday, as Microsoft ends servicing', () => {
  const exceptions = [17784, 20349, 25398];
  for (const { build, endOfSupport } of readTable<{ build: number; endOfSupport: string }>('windows-builds.json')) {
    if (build < 9200 || exceptions.includes(build)) {
      continue;
    }
    assert.equal(new Date(endOfSupport).getUTCDay(), 2, `${build}: ${endOfSupport}`);
  }
});
