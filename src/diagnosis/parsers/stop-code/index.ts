import type { Parser } from '../parser.ts';
import { argumentRow } from './argument-row.ts';
import { argumentTable } from './argument-table.ts';
import { bugcheckCodeName } from './bugcheck-code-name.ts';
import { bugcheckCommand } from './bugcheck-command.ts';
import { bugcheckData } from './bugcheck-data.ts';
import { bugcheckEntry } from './bugcheck-entry.ts';
import { bugcheckHeader } from './bugcheck-header.ts';
import { bugcheckInline } from './bugcheck-inline.ts';
import { bugcheckKeys } from './bugcheck-keys.ts';
import { bugcheckListed } from './bugcheck-listed.ts';
import { bugcheckName } from './bugcheck-name.ts';
import { bugcheckRow } from './bugcheck-row.ts';
import { bugcheckWords } from './bugcheck-words.ts';
import { crashRegisters } from './crash-registers.ts';
import { event41 } from './event-41.ts';
import { fatalStatus } from './fatal-status.ts';
import { problemSignature } from './problem-signature.ts';
import { sacScreen } from './sac-screen.ts';
import { translatedList } from './translated-list.ts';

/** Places where a stop code is printed; the analysis of the debugger comes first, what only a sentence tells comes late. */
export const STOP_CODE_PARSERS: readonly Parser[] = [
  bugcheckHeader,
  bugcheckListed,
  event41,
  bugcheckKeys,
  bugcheckCommand,
  bugcheckData,
  bugcheckInline,
  fatalStatus,
  bugcheckName,
  bugcheckCodeName,
  bugcheckRow,
  bugcheckEntry,
  crashRegisters,
  argumentTable,
  argumentRow,
  bugcheckWords,
  problemSignature,
  sacScreen,
  translatedList,
];
