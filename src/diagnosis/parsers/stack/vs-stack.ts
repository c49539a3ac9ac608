import type { StackFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { assembleFrames, type PlacedRow } from './call-stack-assembly.ts';
import { NO_COLUMNS } from './call-stack-row.ts';
import { readSite, type SiteName } from './call-stack-symbol.ts';

/** A kernel module's frame: the call stacks of programs are none of our business. */
const MARKS: Marks = ['nt!', '.sys!', 'ntoskrnl', 'ntkrnl'];

/** The current frame has an arrow; copied columns end with tabs, of which blanks are left. */
const ROW =
  /^\s{0,8}(?:[>→⇒▶➤]|=>)?\s{0,8}(?<inline>\[[^\]\n]{3,30}\]\s{1,4})?(?<site>(?:<[\w.-]{1,60}>|[A-Za-z_$][\w.$-]{0,80})(?:![^\s\d].{0,600}|![0-9a-f`]{8,17}.{0,40}|\+0x[0-9a-f]{1,8}.{0,300}))$/i;
/** The column of the language, in those of Visual Studio's own; a single letter needs its blank. */
const LANGUAGE =
  /(?:\s{0,8}(?:C\/C\+\+\/ASM|C\/C\+\+|C\+\+|Assembly|Unknown|Unbekannt|Inconnu|Desconocido|Desconhecido|Sconosciuto|Неизвестно|未知|不明|알 수 없음)|\s{1,8}C)\s{0,4}$/;
const LINE =
  /\s{1,8}(?:Line|Zeile|Ligne|Línea|Linha|Riga|Строка|行|줄)\s{0,2}\d{1,7}(?:\s?\+\s?0x[0-9a-f]{1,6}\s(?:bytes|Bytes|octets|字节|バイト))?$/i;
/** `[External Code]`, `[Frames below may be incorrect …]`, in any language. */
const BRACKETS = /^\s{0,12}>?\s{0,8}\[[^\]\n]{3,160}\]/;
const ADDRESS_NAME = /^[0-9a-f]{8}(?:`?[0-9a-f]{8})?$/i;
/** What other debuggers print without the ending of the file. A DLL may be a program's: its ending says that it is no driver. */
const ENDING =
  /^(?<name>.{1,80}(?=\.sys$)|(?:ntoskrnl|ntkr\w{1,8})(?=\.exe$)|(?:hal|ntdll|kernel32|kernelbase|win32u|user32|gdi32)(?=\.dll$))/i;
const LEAST = 2;

/**
 * The call stack window of Visual Studio, with a kernel debugger behind it or a dump open:
 * `> acmeflt.sys!AcmeRead(_IRP * irp) Line 12  C`, `nt!KiPageFault+0x43d  C/C++/ASM`.
 * Source: Microsoft Learn, "View the call stack and use the Call Stack window".
 */
export const vsStack: Parser = {
  command: 'Visual Studio',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ stacks: readRuns(section) }),
};

function readRuns(section: SearchedSection): StackFact[] {
  const stacks: StackFact[] = [];
  let run: PlacedRow[] = [];
  for (const line of [...section.body, null]) {
    const row = line === null ? null : readRow(line);
    if (row !== null) {
      run.push(row);
    } else if (run.length > 0 && !(line !== null && BRACKETS.test(line.text))) {
      addStack(run, stacks);
      run = [];
    }
  }
  return stacks;
}

/** How languages end: the cheap look before the pattern, since most rows end with a digit or a bracket. */
const LAST = new Set('MCyntuo+о知明음');

function readRow(line: Line): PlacedRow | null {
  if (!LAST.has(line.text.trimEnd().at(-1) ?? '')) {
    return null;
  }
  const { inline, site: printed } = ROW.exec(line.text)?.groups ?? {};
  if (printed === undefined) {
    return null;
  }
  const named = printed.replace(LANGUAGE, '');
  const siteText = named.trimEnd().replace(LINE, '');
  const site = siteText === printed.trimEnd() ? null : readSite(siteText);
  return site === null ? null : { ...NO_COLUMNS, inline: inline !== undefined, site: asDebugger(site), siteText, line };
}

/** The names that other debuggers print: without the ending of the file, an address not as a function. */
function asDebugger(site: SiteName): SiteName {
  const module = ENDING.exec(site.module ?? '')?.groups?.name ?? site.module;
  return ADDRESS_NAME.test(site.function ?? '') ? { ...site, module, function: null } : { ...site, module };
}

function addStack(run: readonly PlacedRow[], stacks: StackFact[]): void {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined || run.length < LEAST || !run.some(isKernel)) {
    return;
  }
  const lines = [first.line.lines[0], last.line.lines[1]] as const;
  const frames = assembleFrames(run, []);
  stacks.push({
    lines,
    command: 'Visual Studio',
    isCallChain: true,
    isTyped: false,
    frames,
    process: null,
    thread: null,
  });
}

function isKernel({ site, siteText }: PlacedRow): boolean {
  return /^(?:nt|ntoskrnl|ntkr\w{1,8})$/i.test(site?.module ?? '') || /^[\w.$-]{1,80}\.sys[!+]/i.test(siteText);
}
