import { breakLines } from './broken-lines.ts';
import { cleanCharacters, needsCleaning } from './characters.ts';
import { unwrapCodeSpans } from './code-spans.ts';
import { eachLine } from './each-line.ts';
import { restoreEmoji } from './emoji.ts';
import { stripEmphasis } from './emphasis.ts';
import { joinEscaped } from './escaped-lines.ts';
import { partGluedFields } from './glued-fields.ts';
import { partGluedStarts } from './glued-starts.ts';
import { mayHoldJson, unfoldJson } from './json-strings.ts';
import { joinLabels } from './label-values.ts';
import type { Line } from './line.ts';
import { unwrapListItem } from './list-item.ts';
import { restoreColons } from './lost-colons.ts';
import { joinPartedFrames } from './parted-frames.ts';
import { stripPrefixes } from './prefixes.ts';
import { repairLine, wideLines } from './repair.ts';
import { mayHoldReport, unfoldReport } from './report-file.ts';
import { mayHoldScreen, unfoldScreen } from './screen-log.ts';
import { undoSpacing } from './spacing.ts';
import { joinWrappedLines } from './wrapped-lines.ts';
import { joinWrapped } from './wrapped-sentences.ts';

/** What is asked of a paste once, for all of its lines. */
export interface PasteShape {
  /** It has characters that nobody sees: zero-width, soft hyphens, a byte order mark. */
  readonly holdsInvisible: boolean;
  /** Markdown put backslashes before its marks, throughout. */
  readonly isEscaped: boolean;
}

export interface Step {
  readonly name: string;
  /** What was done to the paste that it undoes, and why it is done at this place of the order. */
  readonly because: string;
  /**
   * Without this it is not run; absent where only its own look at the lines can tell.
   * `changed` names the steps before it that gave another list back.
   */
  readonly needs?: (shape: PasteShape, lines: readonly Line[], changed: ReadonlySet<string>) => boolean;
  /** What gives the same list back has changed nothing. */
  readonly run: (lines: readonly Line[]) => readonly Line[];
}

/** From the rows of a paste to the lines that the debugger printed: characters, then marks around lines, then their ends. */
export const STEPS: readonly Step[] = [
  {
    name: 'unfold strings of JSON',
    because: 'a server answers with the whole output in one string; every step below looks at lines',
    needs: (_shape, lines) => mayHoldJson(lines),
    run: unfoldJson,
  },
  {
    name: 'join where invisible characters counted',
    because: 'a mail was wrapped with them in it, so the width shows only while they are there',
    needs: ({ holdsInvisible }) => holdsInvisible,
    run: joinWrappedLines,
  },
  {
    name: 'clean characters',
    because:
      'chats and word processors write look-alikes and pictures; every pattern below expects what a debugger prints',
    needs: (_shape, lines) => lines.some(({ text }) => needsCleaning(text)),
    run: (lines) => eachLine(lines, (text) => (needsCleaning(text) ? cleanCharacters(restoreEmoji(text)) : text)),
  },
  {
    name: 'unfold a screen in a log',
    because: 'the log of a virtual machine has its screen row by row, each wrapped at its own width',
    needs: (_shape, lines) => mayHoldScreen(lines),
    run: unfoldScreen,
  },
  {
    name: 'undo spacing',
    because: 'an indentation or blank lines that all lines got would hide the prefixes and the width of the lines',
    run: undoSpacing,
  },
  {
    name: 'strip prefixes',
    because:
      'quote marks, times, nicknames and numbers stand before lines; the patterns below look at their beginnings',
    run: stripPrefixes,
  },
  {
    name: 'unwrap code spans',
    because: 'Markdown puts backticks around each line, which would be taken for those of addresses',
    run: unwrapCodeSpans,
  },
  {
    name: 'strip prefixes within code spans',
    because: 'a quotation may stand inside the backticks, too',
    needs: (_shape, _lines, changed) => changed.has('unwrap code spans'),
    run: stripPrefixes,
  },
  {
    name: 'unfold strings of JSON behind prefixes',
    because: 'an object that was quoted, logged with times or copied with invisible characters shows as one only now',
    needs: (_shape, lines, changed) => changed.size > 0 && mayHoldJson(lines),
    run: unfoldJson,
  },
  {
    name: 'strip emphasis',
    because: 'bold, links and the tags of forums stand around words; a bullet shows as one only without them',
    run: (lines) => eachLine(lines, stripEmphasis),
  },
  {
    name: 'unwrap list items',
    because:
      'somebody made a list of fields; their names must begin the line, and the marks make lines of one width differ',
    run: (lines) => eachLine(lines, unwrapListItem),
  },
  {
    name: 'unfold a report file',
    because: 'Windows Error Reporting keeps a name and its value in two lines; they are short, and no wrap made them',
    needs: (_shape, lines) => mayHoldReport(lines),
    run: unfoldReport,
  },
  {
    name: 'join wrapped and escaped lines',
    because: 'backslashes before marks count in the width or do not: both are tried, and they are taken off',
    needs: ({ isEscaped }) => isEscaped,
    run: joinEscaped,
  },
  {
    name: 'join wrapped lines',
    because:
      'a mail cut lines at a width, which shows once nothing stands around them; values are read whole from here on',
    needs: ({ isEscaped }) => !isEscaped,
    run: joinWrapped,
  },
  {
    name: 'unwrap code spans of joined lines',
    because: 'a line that was wrapped had its backticks in two rows',
    run: unwrapCodeSpans,
  },
  {
    name: 'repair values',
    because: 'backticks became other marks or blanks; whether the machine has 64 bits shows in whole values only',
    run: (lines) => {
      const isWide = wideLines(lines);
      return eachLine(lines, (text, at) => repairLine(text, () => isWide(at)));
    },
  },
  {
    name: 'restore colons',
    because: 'a filter took them behind names of fields; the values behind them are mended by now',
    run: (lines) => eachLine(lines, restoreColons),
  },
  {
    name: 'part glued starts',
    because: 'a site swallowed line feeds and blanks between a value and what begins the next line',
    run: (lines) => eachLine(lines, partGluedStarts),
  },
  {
    name: 'part glued fields',
    because: 'the same between fields of an analysis, which only shows where several are glued',
    run: partGluedFields,
  },
  {
    name: 'break joined lines',
    because: 'all lines became one, or were broken again at words; whatever begins a line is whole and apart by now',
    run: breakLines,
  },
  {
    name: 'trim ends',
    because: 'every step above may leave blanks, and no debugger output ends with one that matters',
    run: (lines) => eachLine(lines, (text) => text.trimEnd()),
  },
  {
    name: 'join labels with files',
    because: 'a value stood in the line below its label; where both begin and end shows only now',
    run: joinLabels,
  },
  {
    name: 'join parted frames',
    because: 'rows of a stack that lie in pieces are known by the whole rows beside them',
    run: joinPartedFrames,
  },
];

/** Runs each step whose need the paste or its lines show. */
export function runSteps(rows: readonly Line[], shape: PasteShape, steps: readonly Step[]): readonly Line[] {
  const changed = new Set<string>();
  let lines = rows;
  for (const { name, needs, run } of steps) {
    if (needs !== undefined && !needs(shape, lines, changed)) {
      continue;
    }
    const done = run(lines);
    if (done !== lines) {
      changed.add(name);
    }
    lines = done;
  }
  return lines;
}
