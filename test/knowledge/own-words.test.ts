import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { BugcheckRow } from '../../src/diagnosis/knowledge/bugcheck-row.ts';
import { readTable } from '../../src/diagnosis/knowledge/read-table.ts';

/** A copy of the public reference (MicrosoftDocs/windows-driver-docs), fetched beside the project at the workplace. */
const PAGES = fileURLToPath(new URL('../../../.mirror/MicrosoftDocs+windows-driver-docs/repo', import.meta.url));
const withPages = existsSync(PAGES) ? {} : { skip: 'the reference pages are not on this machine' };
const RUN = 8;

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[\\`]/g, '')
      .match(/[a-z0-9]+/g) ?? []
  );
}

function runsOf(words: readonly string[]): string[] {
  return words.slice(RUN - 1).map((_, index) => words.slice(index, index + RUN).join(' '));
}

function pagesOf(row: BugcheckRow): string[] {
  return [...row.source.matchAll(/[\w-]{1,200}\.md/g)].map(([page]) => page);
}

function readPage(page: string): string {
  const object = `HEAD:windows-driver-docs-pr/debugger/${page}`;
  const { stdout } = spawnSync('git', ['-C', PAGES, 'show', object], { encoding: 'utf8', maxBuffer: 1e7 });
  return stdout.replace(/<[^>]{1,500}>/g, ' ');
}

/** Every English sentence of a row, however deep. */
function english(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'en' && typeof inner === 'string' ? [inner] : english(inner),
  );
}

test('no run of eight words is shared with the reference page a row is based on', withPages, () => {
  const taken: string[] = [];
  const rows = readTable<BugcheckRow>('bugchecks');
  const pages = new Map(
    [...new Set(rows.flatMap(pagesOf))].map((page) => [page, new Set(runsOf(wordsOf(readPage(page))))]),
  );
  for (const row of rows) {
    const runs = english(row).flatMap((text) => runsOf(wordsOf(text)));
    for (const page of pagesOf(row)) taken.push(...runs.filter((run) => pages.get(page)?.has(run)));
  }
  assert.deepEqual(taken, []);
  assert.ok(pages.size > 300, `${pages.size} pages compared`);
});
