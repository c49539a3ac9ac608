import type { Text } from '../../language/text.ts';
import type { ApplicationFact, Lines } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import { readHex } from '../parsers/address.ts';
import { cutFacts } from '../parsers/index.ts';

/** Event 1000 (Application Error) as each Windows words it, and the signature APPCRASH of Windows Error Reporting. */
const PROGRAM_LABELS = [
  'Faulting application(?: name)?|Application Name',
  'Name der fehlerhaften Anwendung|Anwendungsname',
  "Nom de l['’]application défaillante",
  'Nombre de la aplicación con errores',
  'Nome do aplicativo com falha',
  "Nome dell['’]applicazione che ha generato l['’]errore",
  'Имя сбойного приложения',
  '(?:错误|出错)应用程序名称|失敗的應用程式名稱|應用程式名稱',
  '障害が発生しているアプリケーション名',
];
const MODULE_LABELS = [
  'Faulting module(?: name)?|Fault Module Name',
  'Name des fehlerhaften Moduls|Fehlermodulname',
  'Nom du module défaillant',
  'Nombre del módulo con errores',
  'Nome do módulo com falha',
  "Nome del modulo che ha generato l['’]errore",
  'Имя сбойного модуля',
  '(?:错误|出错)模块名称|失敗的模組名稱|錯誤模組名稱',
  '障害が発生しているモジュール名',
];
const CODE_LABELS = [
  'Exception code',
  'Ausnahmecode',
  "Code d['’]exception",
  'Código de excepción|Código de exceção|Codice eccezione',
  'Код исключения',
  '异常代码|例外狀況代碼|例外狀況碼|例外コード',
];
/** A quotation, a list, the marks of a heading. */
const BEGIN = '^[\\s>*`|-]{0,8}';
const COLON = '\\s?[:：]?[\\s*`]{0,8}';
const PROGRAM = new RegExp(
  `${BEGIN}(?:${PROGRAM_LABELS.join('|')})${COLON}(?<program>[\\w][\\w .+()-]{0,80}?\\.exe)(?![\\w.])`,
  'i',
);
const MODULE = new RegExp(
  `${BEGIN}(?:${MODULE_LABELS.join('|')})${COLON}(?<module>[\\w][\\w .+()-]{0,80}?\\.\\w{2,4})(?![\\w.])`,
  'i',
);
const CODE = new RegExp(`${BEGIN}(?:${CODE_LABELS.join('|')})${COLON}(?:(?:0x)?(?<code>[0-9a-f]{8}))?\\W{0,4}$`, 'i');
const CODE_ALONE = /^\s{0,8}(?:0x)?(?<code>[0-9a-f]{8})\s*$/i;
/** The same event as XML: program, version, stamp, module, version, stamp, code, named or not. */
const DATA = /<Data(?: Name=["']\w{1,40}["'])?>(?<value>[^<]{0,260})<\/Data>/gi;
const MODULE_AT = 3;
const CODE_AT = 6;
const FILE = /^[\w][\w .+()-]{0,80}?\.(?<ending>\w{2,4})$/;
/** The cheap look before the patterns. */
const EXECUTABLE = /\.exe/i;
/** Module and code stand in the lines around the program: of other fields, versions and paths. */
const REACH = 10;

/**
 * What to say of a text that shows the end of a program, as Windows recorded it, and no stop: it is no crash of the machine,
 * and no driver's. Who tells of a blue screen asks about that, whatever programs ended before it.
 * @returns null where the text shows none; the line is that of the program
 */
export function programFault(lines: readonly Line[]): { readonly text: Text; readonly line: number } | null {
  const fault = findFault(lines);
  const [cut] = fault === null ? [] : cutFacts([{ applications: [fault] }]).applications;
  return cut === undefined || cut.application === null
    ? null
    : { text: textOf(cut, cut.application), line: cut.lines[0] };
}

/** The line of event 1000 that names the program. */
export function namesProgram(text: string): boolean {
  return EXECUTABLE.test(text) && PROGRAM.test(text);
}

function textOf({ exception, module }: ApplicationFact, program: string): Text {
  return {
    en: `Windows recorded here that a program ended (event 1000, Application Error), and no stop of its own: ${program}, exception ${exception ?? 'unknown'}${module === null ? '' : ` in ${module}`}. No driver is accused. Update the program, and whatever brought that module into it; if it comes again, have Windows keep a dump of it (LocalDumps), open that and paste its !analyze -v.`,
    zh: `Windows 在这里记录的是一个程序结束（事件 1000，Application Error），而不是系统停止：${program}，异常 ${exception ?? '未知'}${module === null ? '' : `，模块 ${module}`}。不归咎于任何驱动。请更新该程序以及带入该模块的软件；如果再次发生，请让 Windows 保留它的转储（LocalDumps），打开后粘贴其 !analyze -v 输出。`,
  };
}

function findFault(lines: readonly Line[]): ApplicationFact | null {
  for (const [at, line] of lines.entries()) {
    const isNear = EXECUTABLE.test(line.text);
    const program = isNear ? PROGRAM.exec(line.text)?.groups?.program : undefined;
    const fault = program !== undefined ? faultAround(lines, at, program) : isNear ? faultInData(lines, at) : null;
    if (fault !== null) {
      return fault;
    }
  }
  return null;
}

function faultAround(lines: readonly Line[], at: number, application: string): ApplicationFact | null {
  const near = lines.slice(Math.max(0, at - REACH), at + REACH + 1);
  const module = firstOf(near, (line) => MODULE.exec(line.text)?.groups?.module);
  const code = firstOf(near, (line, place) => {
    const found = CODE.exec(line.text)?.groups;
    return found === undefined ? undefined : (found.code ?? CODE_ALONE.exec(near[place + 1]?.text ?? '')?.groups?.code);
  });
  if (code === null) {
    return null;
  }
  const places = [lines[at]?.lines, module?.lines, code.lines].filter((one) => one !== undefined);
  const ends: Lines = [Math.min(...places.map(([from]) => from)), Math.max(...places.map(([, to]) => to))];
  return { application, exception: readHex(code.value), module: module?.value ?? null, lines: ends };
}

function faultInData(lines: readonly Line[], at: number): ApplicationFact | null {
  if (!lines[at]?.text.includes('<Data')) {
    return null;
  }
  const data = lines
    .slice(at, at + REACH)
    .flatMap(({ text, lines: place }) =>
      [...text.matchAll(DATA)].map(({ groups }) => ({ value: groups?.value ?? '', place })),
    );
  const [program, module, code] = [data[0], data[MODULE_AT], data[CODE_AT]];
  const exception = CODE_ALONE.exec(code?.value ?? '')?.groups?.code;
  if (program === undefined || module === undefined || code === undefined || exception === undefined) {
    return null;
  }
  return FILE.exec(program.value)?.groups?.ending?.toLowerCase() === 'exe' && FILE.test(module.value)
    ? {
        application: program.value,
        exception: readHex(exception),
        module: module.value,
        lines: [program.place[0], code.place[1]],
      }
    : null;
}

function firstOf(
  lines: readonly Line[],
  read: (line: Line, place: number) => string | undefined,
): { readonly value: string; readonly lines: Lines } | null {
  for (const [place, line] of lines.entries()) {
    const value = read(line, place);
    if (value !== undefined) {
      return { value, lines: line.lines };
    }
  }
  return null;
}
