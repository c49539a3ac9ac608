import type { Text } from '../language/text.ts';
import type { Crash } from './crash.ts';
import type { Facts, Hex } from './facts.ts';
import type { Bugcheck, Knowledge } from './knowledge/knowledge.ts';
import { isReserved, printedMeaning } from './views/reserved-argument.ts';
import { stopCodeOf } from './views/stop-code-of.ts';

const ZERO = /^\W{0,2}(?:zero|0)\W{0,2}$/i;
/** What the table says where it knows nothing of an argument. */
const TABLE_SILENT = /^(?:Reserved\.|Depends on parameter|Not described by)/;
/** A parameter that selects a case, whose value no table lists: the build is newer than the reference. */
const OPEN_KIND = /^(?:Kind|Type|Class|Reason|Source)\b(?!.* – )/;
/** The debugger's words for the parameter rather than for its value. */
const ABOUT_ALL = /\b(?:type|kind|reason|code|value|class|subclass|identif\w+|parameter|see|source|where|can be)\b|:$/i;

const NOTHING: Text = { en: 'Reserved.', zh: '保留。' };

/**
 * The arguments of this very stop in words. The debugger knows the build that it looks at: what it calls reserved means
 * nothing there, whatever the public reference says of other builds, and what it explains it may explain alone.
 */
export function argumentMeanings(crash: Crash, known: Bugcheck, knowledge: Knowledge): readonly Text[] {
  const { bugcheck, arch, facts } = crash;
  const args = bugcheck?.args ?? [];
  return knowledge.explainArgs(known.code, args, arch).map((meaning, at) => {
    const value = args[at] ?? null;
    const own = isReserved(crash, at + 1) ? NOTHING : weighed(meaning, printedMeaning(crash, at + 1), value);
    return withText(withStatus(own, value, crash, knowledge), value, facts);
  });
}

/** An error status of the system (`0xffffffffc0000428`), as 64-bit code hands it over: sign-extended, or in 32 bits. */
const STATUS = /^0x(?:f{8})?c0[0-9a-f]{6}$/;

/** Many stops pass on the status that made them, whatever the reference calls the argument. */
function withStatus(own: Text, value: Hex | null, crash: Crash, knowledge: Knowledge): Text {
  // On x86 the page tables lie at 0xc0000000, so there it may be an address; the end of a process is about none.
  const isSure = crash.arch !== 'x86' || knowledge.has(stopCodeOf(crash), 'process-ended');
  const isStatus = value !== null && STATUS.test(value) && (isSure || value.length > 10);
  const status = isStatus ? knowledge.status(value) : null;
  if (status === null || own.en.includes(status.name)) {
    return own;
  }
  const { name, meaning } = status;
  if (own.en === NOTHING.en) {
    return { en: `${name}: ${meaning.en}.`, zh: `${name}：${meaning.zh}。` };
  }
  return {
    en: `${own.en.replace(/\.$/, '')} – ${name}: ${meaning.en}.`,
    zh: `${own.zh.replace(/。$/, '')}——${name}：${meaning.zh}。`,
  };
}

/** Somebody looked at what an argument points at, and text lies there: why a dump was forced, the message of an assertion. */
function withText({ en, zh }: Text, value: Hex | null, { addresses }: Facts): Text {
  const shown =
    value === null ? undefined : addresses.find(({ address, usage }) => address === value && /^"/.test(usage));
  if (shown === undefined) {
    return { en, zh };
  }
  const [line] = shown.lines;
  return {
    en: `${en} The text there (${shown.command}, line ${line}): ${shown.usage}`,
    zh: `${zh}该处的文本（${shown.command}，第 ${line} 行）：${shown.usage}`,
  };
}

function weighed(meaning: Text, printed: string, value: Hex | null): Text {
  if (value !== null && printed !== '' && OPEN_KIND.test(meaning.en) && !ABOUT_ALL.test(printed)) {
    return ofKind(meaning, value, printed);
  }
  if (printed === '' || ZERO.test(printed) || !TABLE_SILENT.test(meaning.en)) {
    return meaning;
  }
  return { en: printed, zh: `调试器注明：${printed}` };
}

function ofKind({ en, zh }: Text, value: Hex, printed: string): Text {
  return {
    en: `${en.replace(/\.$/, '')} – ${value}: ${printed}`,
    zh: `${zh.replace(/。$/, '')}——${value}，调试器注明：${printed}`,
  };
}
