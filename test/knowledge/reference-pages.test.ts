import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BugcheckRow } from '#src/diagnosis/knowledge/bugcheck-row.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { pagesOf, readPage, stopCodePages, tablesOf, withPages } from '../support/reference-pages.ts';

const knowledge = loadKnowledge();
const rows = readTable<BugcheckRow>('bugchecks');

/** Every value that a row knows something of: listed, a bit, or a case. */
function valuesOf(row: BugcheckRow): Set<string> {
  return new Set(
    [...JSON.stringify(row).matchAll(/"(?<value>0x[0-9a-f]+)"/g)].map(({ groups }) => groups?.value ?? ''),
  );
}

function short(hex: string): string {
  return `0x${BigInt(hex.toLowerCase()).toString(16)}`;
}

/** What a cell lists: it begins with a value (`0x3`), or holds `0x3 : meaning`. */
function listedIn(cell: string, first: boolean): string[] {
  const begins = first ? (cell.match(/^0x[0-9a-f]+(?![0-9a-z])/i) ?? []) : [];
  const inside = [...cell.matchAll(/(?<![^\s(])(?<value>0x[0-9a-f]{1,8}) ?:/gi)].map(
    ({ groups }) => groups?.value ?? '',
  );
  return [...begins, ...inside].map(short);
}

// The page of 0x125 lists the error sources of 0x124 by mistake: no NMR subtype, so not ours to repeat.
const WRONG_PAGE = '0x125';

test('every value that a reference page lists is known to the row', withPages, () => {
  const missing: string[] = [];
  let compared = 0;
  for (const row of rows.filter(({ code }) => code !== WRONG_PAGE)) {
    const known = valuesOf(row);
    const cells = pagesOf(row).flatMap((page) => tablesOf(readPage(page)));
    const listed = cells.flatMap((line) => line.flatMap((cell, column) => listedIn(cell, column === 0)));
    compared += listed.length;
    missing.push(...listed.filter((value) => !known.has(value)).map((value) => `${row.code} ${value}`));
  }
  assert.deepEqual(missing, []);
  assert.ok(compared > 1200, `${compared} values compared`);
});

test('a parameter that a page describes is not left at "reserved"', withPages, () => {
  const nothing =
    /^(?:(?:zero|0|none|n\/a|always zero|null|-|ignored|unused)\W*)?(?:\(?(?:reserved|not used|unused)\W*)?$/i;
  const elsewhere = /\b(?:see|per|depend\w*|refer to)\b/i;
  const silent: string[] = [];
  for (const row of rows) {
    for (const [number = '', text = '', ...more] of pagesOf(row).flatMap((page) => tablesOf(readPage(page)))) {
      const own = row.parameters[Number(number) - 1];
      if (!/^[1-4]$/.test(number) || more.some((cell) => cell) || !own || row.cases || nothing.test(text)) {
        continue;
      }
      const says = /^(?:Reserved|Not described|Not used)\b/.test(own.meaning.en);
      if (says && !elsewhere.test(text) && !/reserved/i.test(text)) {
        silent.push(`${row.code} ${number}: ${text}`);
      }
    }
  }
  assert.deepEqual(silent, []);
});

test('every page of the reference is the source of a row', withPages, () => {
  const used = new Set(rows.flatMap(pagesOf));
  const codes = stopCodePages().filter((page) => /^bug-check-0x/.test(page));
  assert.deepEqual(
    codes.filter((page) => !used.has(page)),
    [],
  );
  assert.ok(codes.length > 300, `${codes.length} pages`);
  assert.equal(knowledge.bugcheck('0xdf')?.name, 'IMPERSONATING_WORKER_THREAD');
});
