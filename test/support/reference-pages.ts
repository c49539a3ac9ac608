import { spawnSync } from 'node:child_process';
import type { BugcheckRow } from '#src/diagnosis/knowledge/bugcheck-row.ts';

/** A clone of the public reference (github.com/MicrosoftDocs/windows-driver-docs): too large to be fetched by a test. */
const REPOSITORY = process.env.REFERENCE_PAGES ?? '';
const FOLDER = 'windows-driver-docs-pr/debugger/';

export const withPages =
  REPOSITORY === '' ? { skip: 'REFERENCE_PAGES is not set: no clone of the reference to compare with' } : {};

function git(...args: string[]): string {
  return spawnSync('git', ['-C', REPOSITORY, ...args], { encoding: 'utf8', maxBuffer: 1e7 }).stdout;
}

/** The pages of stop codes, by file name. */
export function stopCodePages(): string[] {
  const names = git('ls-tree', '--name-only', 'HEAD', FOLDER).split('\n');
  return names.map((name) => name.slice(FOLDER.length)).filter((name) => /^bug-check-.*\.md$/.test(name));
}

export function readPage(page: string): string {
  return git('show', `HEAD:${FOLDER}${page}`);
}

/** The pages a row says it is based on. */
export function pagesOf(row: BugcheckRow): string[] {
  return [...row.source.matchAll(/[\w-]{1,200}\.md/g)].map(([page]) => page);
}

/** The tables of a page, HTML and Markdown alike: rows of cells without markup. */
export function tablesOf(text: string): string[][] {
  const html = [...text.matchAll(/<tr[^>]*>(?<row>[\s\S]*?)<\/tr>/g)].map(({ groups }) =>
    [...(groups?.row ?? '').matchAll(/<t[hd][^>]*>(?<cell>[\s\S]*?)<\/t[hd]>/g)].map((cell) =>
      plain(cell.groups?.cell ?? ''),
    ),
  );
  const markdown = text
    .replace(/<table[\s\S]*?<\/table>/g, '')
    .split('\n')
    .filter((line) => /^\s*\|/.test(line) && !/^[\s|:-]+$/.test(line))
    .map((line) => line.trim().replace(/^\|/, '').split('|').map(plain));
  return [...html, ...markdown];
}

function plain(cell: string): string {
  return cell
    .replace(/<[^>]{1,500}>/g, ' ')
    .replace(/[*`\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
