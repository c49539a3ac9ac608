import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Driver, Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { look } from '#src/diagnosis/look.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { judge } from '#src/diagnosis/verdict/judge.ts';
import { analyze, CRASH_TOP, stackText, THREAD_END } from '../verdict/debugger-text.ts';

const knowledge = loadKnowledge();
const TEXT = [
  analyze('d1', ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092']),
  stackText(...CRASH_TOP, 'quarkmon+0x1092', ...THREAD_END),
].join('');

/** The same tables, but for one driver. */
function knowing(driver: Pick<Driver, 'owner' | 'kind'>): Knowledge {
  const row = {
    image: 'quarkmon.sys',
    vendor: 'Quark',
    product: null,
    uninstall: null,
    support: null,
    basis: 'a test',
  };
  return { ...knowledge, driver: (name) => (/^quarkmon/.test(name) ? { ...row, ...driver } : knowledge.driver(name)) };
}

test('one crash judged with one table and then with another gives the answer of each', () => {
  const [crash] = readCrashes([{ source: null, text: TEXT }]).crashes;
  assert.ok(crash);
  const culprit = (known: Knowledge) => judge(look(crash, known)).verdict.culprit;
  const foreign = knowing({ owner: 'third-party', kind: 'other' });
  const own = knowing({ owner: 'windows', kind: 'component' });
  assert.deepEqual([foreign, own, foreign].map(culprit), ['quarkmon.sys', culprit(own), 'quarkmon.sys']);
  assert.notEqual(culprit(own), 'quarkmon.sys');
});

test('two pastes judged with one table and then with another are linked by what each says', () => {
  const pastes = ['one.txt', 'two.txt'].map((source, at) => ({
    source,
    text: TEXT.replaceAll('ffffd30a52c1ee30', `ffffd30a52c1ee3${at}`).replaceAll('52c1', at === 0 ? '52c1' : '61d4'),
  }));
  const links = (known: Knowledge) =>
    diagnose(pastes, known).groups.map(({ culprit, reasons }) => [culprit, ...reasons.map(({ rule }) => rule)]);
  const foreign = knowing({ owner: 'third-party', kind: 'other' });
  const own = knowing({ owner: 'windows', kind: 'component' });
  const [asForeign, asOwn] = [links(foreign), links(own)];
  assert.equal(asForeign[0]?.[0], 'quarkmon.sys');
  assert.notDeepEqual(asOwn, asForeign);
  assert.deepEqual(links(foreign), asForeign);
});
