import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseReply } from '#dialogs/cases/case-reply.ts';
import { readCase } from '#dialogs/cases/read-case.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import type { Language } from '#src/language/text.ts';
import type { Reply } from '#src/reply/reply.ts';
import { aDump } from '../correlation/a-dump.ts';

const knowledge = loadKnowledge();

/** What a case says after these messages, of one day each; numbers up to `lastDump` were given before. */
async function caseOf(texts: readonly string[], language: Language, lastDump = 0): Promise<Reply> {
  const stored = texts.map((text, at) => ({ id: `p${at}`, at: `2026-11-1${at}T08:00:00Z`, author: 'wei', text }));
  const known = {
    pastes: stored.map(({ id }) => id),
    cuts: [],
    parted: [],
    summary: { crashes: [], groups: [] },
    lastDump,
  };
  const { diagnosis, pastes } = await readCase(known, stored, {
    diagnose: (read) => Promise.resolve(diagnose(read, knowledge)),
  });
  return caseReply(diagnosis, pastes, language);
}

test('dumps of one driver, pasted over days, are told as independent ones of one cause', async () => {
  const own = (start: number) =>
    aDump({ code: 'd1', sites: [`acmeflt+0x1${start}92`, `acmeflt+0x2${start}10`], start, record: 'acmeflt' });
  const texts = [own(1), own(2), own(3)];
  const [en, zh] = await Promise.all([caseOf(texts, 'en'), caseOf(texts, 'zh')]);
  assert.match(en.groups[0]?.verdict ?? '', /c1–c3 have one cause: acmeflt\.sys \(high confidence\)/);
  assert.match(en.groups[0]?.reasons.join('\n') ?? '', /in 3 independent dumps the same driver, acmeflt\.sys/);
  assert.match(zh.groups[0]?.reasons.join('\n') ?? '', /3 个相互独立的转储/);
});

test('a dump that clears a suspect is called by its number in the case, and quoted with its paste', async () => {
  const args = ['0000000000200000', '2', '0', 'fffff80131b2c41a2'];
  const site = 'nt!KiDeferredReadyThread+0x1a2';
  const called = aDump({ code: 'a', args, sites: [site, 'acmewlan+0x2210'], start: 1, modules: ['acmewlan'] });
  const without = aDump({ code: 'a', args, sites: [site], start: 2, end: 'call', modules: [] }).replace(
    '131b2',
    '231b2',
  );
  const { crashes, groups } = await caseOf([called, without], 'en', 4);
  assert.deepEqual(
    crashes.map(({ id }) => id),
    ['c5', 'c6'],
  );
  const said = crashes[0]?.evidence.find(({ rule }) => rule === 'clear-absent');
  assert.match(said?.text ?? '', /acmewlan\.sys is cleared: it is not loaded in c6,/);
  assert.ok(said?.quotes.every(({ place }) => place.startsWith('2:')));
  assert.match(groups[0]?.reasons.join('\n') ?? '', /^c5 \(0xa\): acmewlan\.sys is cleared: it is not loaded in c6,/m);
});
