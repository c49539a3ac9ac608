import type { BugcheckFact } from '../../facts.ts';
import { lazy } from '../../knowledge/lazy.ts';
import { bareCode } from '../../knowledge/stop-code.ts';
import { isHeadedByStop } from './headed-by-stop.ts';
import { LONGEST_TITLE } from './kinds-of-text.ts';
import { tellsAccount, tellsMachine, tellsOften, tellsOwner } from './meanings.ts';
import { ownership } from './owned.ts';
import { unasked } from './sentence-signs.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { type Announcement, announcedRows } from './stop-rows.ts';
import { SCREEN, STOP } from './stop-words.ts';
import { toldCauses } from './told-causes.ts';
import { type ToldValues, toldValues } from './told-values.ts';

/**
 * The stops that somebody tells of, in their order. `told` stands where it is told of a machine that stopped: such a one
 * is a crash without any output; the others count only beside output.
 * @param above sentences that stand above them, and may say whose machine it is
 * @param printed the stop that output prints whole: of it only a name is told that the output lacks, and of others nothing
 *   in a sentence that speaks of it as well
 */
export function toldStops(
  sentences: readonly Sentence[],
  above: readonly Sentence[],
  names: StopNames,
  printed: BugcheckFact | null = null,
): BugcheckFact[] {
  const all = [...above, ...sentences];
  const isOften = lazy(() => all.some(({ text }) => tellsOften(text)));
  const spoken = sentences.flatMap((sentence, at) => {
    const near = sentences.slice(Math.max(0, at - 1), at + 2);
    return valuesIn(saidOf(sentence, sentences[at - 1]), names, isOften).flatMap((values) =>
      isOfStop(values, near, names) || isHeadedByStop(sentences, at, names) ? [{ sentence, at, values }] : [],
    );
  });
  const found = printed === null ? spoken : besidePrinted(spoken, printed, names);
  // Whose stop it is takes long to work out.
  if (found.length === 0) {
    return [];
  }
  const stops = new Set(spoken.map(({ values }) => keyOf(values, names))).size;
  const ownerOf = ownership(all, stops, names);
  const rows = stops > 1 ? announcedRows(all, names) : NO_ROWS;
  return found.flatMap(({ sentence, at, values }): BugcheckFact[] => {
    const announcement = rows.get(above.length + at);
    const isRow = announcement?.isOfNobody === false && ownerOf(announcement.at) !== 'none';
    const listed = isRow ? 'shown' : ownerOf(above.length + at);
    const owner = announcement?.isOfNobody === true ? 'none' : listed;
    const isOfPost = () =>
      values.isPart && (isHeadline(above.length + at, sentence) || isHeadedByStop(all, above.length + at, names));
    const isOwn = owner === 'shown' || (owner === 'near' && (isOften() || isOfPost()));
    const isTold = values.isList ? isOwn && values.isPart : owner !== 'none';
    // What merely speaks of a stop says something only where it has the name to a code, or is the headline.
    const isAbove = above.length + at === 0 && values.isNamed;
    if (!isTold && (values.isList || (values.name === null && !isAbove))) {
      return [];
    }
    const isApart = isTold && isOwn;
    if (printed !== null && !isApart && !isOfPrinted(values, printed, names)) {
      return [];
    }
    return [
      {
        origin: 'words',
        code: values.code,
        name: values.name,
        args: values.args,
        argTexts: [],
        ...meaningOf(values, names),
        ...(isTold && { told: true as const }),
        ...(isApart && { apart: true as const }),
        lines: sentence.lines,
      },
    ];
  });
}

interface Spoken {
  readonly sentence: Sentence;
  readonly at: number;
  readonly values: Told;
}

/** What is left to tell beside a printed stop. */
function besidePrinted(spoken: readonly Spoken[], printed: BugcheckFact, names: StopNames): readonly Spoken[] {
  const ofPrinted = new Set(spoken.filter(({ values }) => isOfPrinted(values, printed, names)));
  const lines = new Set([...ofPrinted].map(({ sentence }) => sentence.lines[0]));
  return spoken.filter((one) => {
    const { code, name } = one.values;
    const namesPrinted = printed.name === null && name !== null && code !== null;
    return ofPrinted.has(one) ? namesPrinted : !lines.has(one.sentence.lines[0]);
  });
}

/** A name that nobody knows may be its own. */
function isOfPrinted(values: ToldValues, { code }: BugcheckFact, names: StopNames): boolean {
  const key = keyOf(values, names);
  return code === null || !key.startsWith('0x') || bareCode(key) === bareCode(code);
}

/** "BSOD 0x50 and 0x3B since the update" as a title. */
function isHeadline(at: number, { text }: Sentence): boolean {
  return at === 0 && text.length <= LONGEST_TITLE && SCREEN().test(text);
}

/** "Blue screen after sleep. Code 9F.": the label is of the screen in front of it. */
function saidOf({ text }: Sentence, above: Sentence | undefined): string {
  return CODE_FIRST.test(text) && above !== undefined && SCREEN().test(above.text) ? `BSOD ${text}` : text;
}

const CODE_FIRST = /^\W{0,3}(?:(?:error|stop) ?)?(?:code|代码|代碼)(?![a-z])/i;
const NO_ROWS: ReadonlyMap<number, Announcement> = new Map();

interface Told extends ToldValues {
  /** One of several stops that a sentence tells one after the other. */
  readonly isPart: boolean;
}

/** Where one stop ends and the next begins. */
const PARTS =
  /[,;，、；]|(?<![\p{L}\p{N}])(?:and|und|et|y|e|i|и|then|dann|puis|luego|poi|потом)(?![\p{L}\p{N}])|和|与|然后|と|그리고/u;
/** More stops than that in one sentence are an enumeration; three are one where nothing says that it happened so often. */
const MOST_IN_SENTENCE = 3;
const MOST_UNCOUNTED = 2;

/** The stop of a sentence, or each of those that its parts tell: "on Monday 0x50, on Tuesday 0xD1". */
function valuesIn(text: string, names: StopNames, isOften: () => boolean): Told[] {
  const whole = toldValues(text, names);
  if (whole === null) {
    return [];
  }
  // Beside a code that a label names, another one stands alone: "bugcheck 0x50 on Monday, on Tuesday 0xD1".
  const isList = whole.isList || isOften();
  const parts = isList ? text.split(PARTS).flatMap((part) => toldValues(part, names) ?? []) : [];
  const stops = new Map(parts.map((part) => [keyOf(part, names), part]));
  const isSequence =
    stops.size > 1 &&
    stops.size <= (isOften() ? MOST_IN_SENTENCE : MOST_UNCOUNTED) &&
    parts.every(({ isList }) => !isList);
  return isSequence
    ? [...stops.values()].map((part) => ({
        ...part,
        isNamed: part.isNamed || whole.isNamed,
        isList: true,
        isPart: true,
      }))
    : [{ ...whole, isPart: false }];
}

/** The stops that a sentence speaks of: each by its code, or by its name where no table has one. */
export function stopsIn(text: string, names: StopNames): string[] {
  return valuesIn(text, names, () => true).map((values) => keyOf(values, names));
}

/** A number alone may count or measure anything; beside a word for a stop or for what went wrong it is a code. */
const WENT_WRONG = new RegExp(
  [
    '\\.sys\\b|crash|\\bstop(?:s|ped)\\b|went down|goes down|\\bdie[ds]\\b|froze|reboot|restart|error|code|!analyze|windbg|\\bdumps?\\b',
    '\\bdown\\b|geht nicht (?:mehr )?an|nur noch blau|fehler|bleibt .{1,60}(?:stehen|hängen)|friert|stürz|abst[üu]rz|abgest[üu]rz|neu ?start|neugestart',
    'erreur|arrêt|plant|redémarr|\\berro|c[óo]digo|reinici|codice|riavvi|\\bcai\\b|caiu|trava',
    'ошибк|код|перезагр|рестарт|упал|падает|вылет|ребут|выруба|выключа|мучаюсь|мучил',
    '错误|錯誤|代码|代碼|重启|重啟|宕机|死机|死[了过]|挂了|エラー|コード|落ち|フリーズ|再起動',
    '오류|코드|먹통|죽|재부팅',
    'lỗi|hata|kapanı|çöktü|chyb|błąd|kesalahan',
  ].join('|'),
  'i',
);
/** `0x00000019`: hardly anything but a stop is written so. */
const FULL_WIDTH = /0x0{5}[0-9a-f]{3}(?![0-9a-f])/i;
/** Else somebody asks for help with a machine, or says what it was. */
function isOfStop({ isNamed, name }: ToldValues, near: readonly Sentence[], names: StopNames): boolean {
  return (
    isNamed ||
    name !== null ||
    near.some(({ text }) => STOP().test(text) || WENT_WRONG.test(text)) ||
    near.some(({ text }) => FULL_WIDTH.test(text) && tellsOwner(unasked(text))) ||
    (near.some(({ text }) => tellsMachine(text)) &&
      (near.some(({ text }) => tellsAccount(text)) || toldCauses(near, names).length > 0))
  );
}

/** A code and a name of one stop are one. */
function keyOf({ code, name }: ToldValues, names: StopNames): string {
  return code ?? (name === null ? '' : (names.meant(name)?.code ?? name));
}

function meaningOf({ code, name }: ToldValues, names: StopNames): Pick<BugcheckFact, 'means'> {
  const meant = code === null && name !== null ? names.meant(name) : null;
  return meant === null ? {} : { means: { code: meant.code, args: [] } };
}
