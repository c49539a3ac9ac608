import { searchMarks } from '#src/diagnosis/parsers/index.ts';
import { type SearchedSection, searchedSection } from '#src/diagnosis/parsers/searched-section.ts';

/** A section as the parsers get it: what was typed (null where the prompt is missing) and what was printed. */
export function sectionOf(command: string | null, text: string): SearchedSection {
  const body = text.split('\n').map((line, at) => ({ text: line, lines: [at + 1, at + 1] as const }));
  const section = { command, processor: null, body, from: 0, lines: [1, body.length] as const };
  return searchedSection(section, searchMarks(body), 0);
}

/** Text that no parser of debugger output may take for its own. */
export const PROSE = [
  'Hi team, the laptop of the branch office showed a blue screen again yesterday.',
  'x = 5 and y = 0 in the spreadsheet; see row 12 of report.xlsx.',
  '感谢反馈,请安装最新的驱动程序后再试一次。',
  '2020-09-15 15:48:01 INFO worker[12]: start of batch 7 (ok)',
].join('\n');
