import type { BugcheckFact } from '../../facts.ts';
import { ownership } from './owned.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { STOP_WORD } from './stop-words.ts';
import { type ToldValues, toldValues } from './told-values.ts';

/**
 * The stops that somebody tells of, in their order. `told` stands where it is told of a machine that stopped: such a one
 * is a crash without any output; the others count only beside output.
 */
export function toldStops(sentences: readonly Sentence[], names: StopNames): BugcheckFact[] {
  const found = sentences.flatMap((sentence, at) => {
    const values = toldValues(sentence.text, names);
    return values === null || !isOfStop(values, sentences.slice(Math.max(0, at - 1), at + 2))
      ? []
      : [{ sentence, at, values }];
  });
  const stops = new Set(found.map(({ values }) => keyOf(values, names))).size;
  const isSomebodys = ownership(sentences, stops);
  return found.flatMap(({ sentence, at, values }): BugcheckFact[] => {
    const isTold = !values.isList && isSomebodys(at);
    // What merely speaks of a stop says something only where it has the name to a code.
    if (!isTold && (values.name === null || values.isList)) {
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
        lines: sentence.lines,
      },
    ];
  });
}

/** A number alone may count or measure anything; beside a word for what went wrong it is a code. */
const WENT_WRONG = new RegExp(
  `${STOP_WORD}|crash|error|code|fehler|erreur|\\berro|c[óo]digo|codice|ошибк|код|错误|錯誤|代码|代碼|エラー|コード|오류|코드|lỗi|hata|chyb|błąd|kesalahan`,
  'i',
);

function isOfStop({ isNamed, name }: ToldValues, near: readonly Sentence[]): boolean {
  return isNamed || name !== null || near.some(({ text }) => WENT_WRONG.test(text));
}

/** A code and a name of one stop are one. */
function keyOf({ code, name }: ToldValues, names: StopNames): string {
  return code ?? (name === null ? '' : (names.meant(name)?.code ?? name));
}

function meaningOf({ code, name }: ToldValues, names: StopNames): Pick<BugcheckFact, 'means'> {
  const meant = code === null && name !== null ? names.meant(name) : null;
  return meant === null ? {} : { means: { code: meant.code, args: [] } };
}
