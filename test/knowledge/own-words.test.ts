import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BugcheckRow } from '#src/diagnosis/knowledge/bugcheck-row.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { readPage, stopCodePages, withPages } from '../support/reference-pages.ts';

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

/** Every English sentence of a table, however deep. */
function english(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'en' && typeof inner === 'string' ? [inner] : english(inner),
  );
}

test('no run of eight words is shared with any page of the reference', withPages, () => {
  const pages = stopCodePages();
  const theirs = new Set(pages.flatMap((page) => runsOf(wordsOf(readPage(page).replace(/<[^>]{1,500}>/g, ' ')))));
  const ours = [readTable<BugcheckRow>('bugchecks'), readTable('debugger-commands.json'), readTable('status-codes')];
  const taken = english(ours)
    .flatMap((text) => runsOf(wordsOf(text)))
    .filter((run) => theirs.has(run));
  assert.deepEqual(taken, []);
  assert.ok(pages.length > 300, `${pages.length} pages compared`);
});
