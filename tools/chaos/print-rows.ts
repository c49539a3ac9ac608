import { isLagLong, type Row } from './play.ts';

const COLUMNS: readonly (readonly [title: string, width: number, cell: (row: Row) => string])[] = [
  ['scenario', 13, ({ name }) => name],
  ['sent', 6, ({ sent }) => `${sent}`],
  ['answered', 9, ({ answered }) => `${answered}`],
  ['lost', 5, ({ lost }) => `${lost}`],
  ['twice', 6, ({ twice }) => `${twice}`],
  ['help p95', 9, ({ waits }) => seconds(waits.help)],
  ['paste p95', 10, ({ waits }) => seconds(waits.paste)],
  ['loop stood', 11, (row) => (row.lag === null ? '?' : `${Math.round(row.lag)} ms${isLagLong(row) ? '!' : ''}`)],
  ['verdict', 0, ({ complaints, note }) => `${complaints.join('; ') || 'well'}${note ? ` (${note})` : ''}`],
];

export function headerLine(): string {
  return COLUMNS.map(([title, width]) => title.padEnd(width)).join(' ');
}

export function rowLine(row: Row): string {
  return COLUMNS.map(([, width, cell]) => cell(row).padEnd(width)).join(' ');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
