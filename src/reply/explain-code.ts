import type { Hex } from '../diagnosis/facts.ts';
import type { Knowledge } from '../diagnosis/knowledge/knowledge.ts';
import { unmasked } from '../diagnosis/knowledge/stop-code.ts';
import { COLON } from '../language/joined.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { argumentValue } from './argument-value.ts';
import {
  codeUnknown,
  decimalReading,
  EXPLAIN_WORDS,
  leaningText,
  maskSuggestion,
  maskText,
  moreValues,
} from './explain-words.ts';
import { type FoundCode, findCode } from './find-code.ts';

type Found = Extract<FoundCode, { kind: 'bugcheck' }>;
/** Values listed for an argument that was not given; 0xc4 has hundreds. */
const SHOWN_VALUES = 8;

/**
 * A stop code in words, one paragraph a line, indented by blanks, for terminal and chat alike: what happened, usual
 * causes, the arguments decoded, the commands to run first and what they do. An unknown code gets an honest answer.
 */
export function explainCode(
  code: string,
  args: readonly string[],
  knowledge: Knowledge,
  language: Language,
): readonly string[] {
  const say = sayIn(language);
  const found = findCode(code, knowledge);
  if (found.kind === 'unknown') {
    return explainUnknown(code, found.code, knowledge, say);
  }
  if (found.kind === 'bugcheck') {
    const hints = [...readingHints(found, code, say), ...(args.length > 4 ? [`  ${say(EXPLAIN_WORDS.tooMany)}`] : [])];
    return explainBugcheck(found, args.slice(0, 4).map(argumentValue), hints, knowledge, say);
  }
  const { status } = found;
  return [`${status.code} ${status.name}`, `  ${say(status.meaning)}`, `  ${say(EXPLAIN_WORDS.notStop)}`];
}

function explainUnknown(text: string, code: Hex | null, knowledge: Knowledge, say: Say): readonly string[] {
  const look = `  ${say(EXPLAIN_WORDS.lookClosely)}`;
  if (code === null) {
    return [...explainNoCode(text.trim(), knowledge, say), look];
  }
  const bare = unmasked(code);
  const hints = bare === null ? [] : [`  ${say(maskSuggestion(code, bare.mask, bare.code))}`];
  return [say(codeUnknown(code)), ...hints, look];
}

function explainNoCode(text: string, knowledge: Knowledge, say: Say): readonly string[] {
  if (/^(?:0x)?[0-9a-f`]+$/i.test(text)) {
    return [say(EXPLAIN_WORDS.tooLong)];
  }
  if (/^0[xn]/i.test(text)) {
    return [say(EXPLAIN_WORDS.notHex)];
  }
  const names = knowledge.similarNames(text);
  const similar = `  ${say(EXPLAIN_WORDS.similar)}${say(COLON)}${names.join(', ')}`;
  return names.length === 0 ? [say(EXPLAIN_WORDS.nameUnknown)] : [say(EXPLAIN_WORDS.nameUnknown), similar];
}

/** How the digits were read, where they could have meant another code. */
function readingHints({ readAs, inDecimal, code, mask, bugcheck }: Found, text: string, say: Say): string[] {
  const masked = mask === null ? [] : [maskText(code, mask, bugcheck.code)];
  const decimal = readAs === 'decimal' ? [EXPLAIN_WORDS.decimal] : [];
  const other = inDecimal ? [decimalReading(text.trim(), inDecimal)] : [];
  return [...masked, ...decimal, ...other].map((hint) => `  ${say(hint)}`);
}

function explainBugcheck(
  { code, bugcheck }: Found,
  args: readonly (Hex | null)[],
  hints: readonly string[],
  knowledge: Knowledge,
  say: Say,
): string[] {
  const causes = knowledge.causes(code, args) ?? bugcheck.causes;
  return [
    `${code} ${bugcheck.name}`,
    ...hints,
    `  ${say(bugcheck.meaning)}`,
    `  ${say(EXPLAIN_WORDS.causes)}${say(COLON)}${say(causes)}`,
    `  ${say(leaningText(bugcheck))}`,
    ...(bugcheck.live ? [`  ${say(EXPLAIN_WORDS.live)}`] : []),
    say(EXPLAIN_WORDS.arguments),
    ...argumentLines(code, args, knowledge, say),
    say(EXPLAIN_WORDS.run),
    ...commandLines(code, args, knowledge, say),
    `${say(EXPLAIN_WORDS.source)}${say(COLON)}${bugcheck.source}`,
  ];
}

function argumentLines(code: Hex, args: readonly (Hex | null)[], knowledge: Knowledge, say: Say): string[] {
  const listed = knowledge.listedValues(code, args);
  return knowledge.explainArgs(code, args, null).flatMap((text, index) => {
    const value = args[index] ?? null;
    const line = `  ${index + 1}  ${value === null ? '' : `${value}  `}${say(text)}`;
    return value === null ? [line, ...valueLines(listed[index] ?? {}, say)] : [line];
  });
}

function valueLines(listed: Readonly<Record<Hex, Text>>, say: Say): string[] {
  const values = Object.entries(listed);
  const shown = values.slice(0, SHOWN_VALUES).map(([value, text]) => `       ${value}${say(COLON)}${say(text)}`);
  const left = values.length - shown.length;
  return left > 0 ? [...shown, `       ${say(moreValues(left))}`] : shown;
}

function commandLines(code: Hex, args: readonly (Hex | null)[], knowledge: Knowledge, say: Say): string[] {
  return knowledge.firstCommands(code, args).flatMap((template) => {
    const command = template.replace(/<arg[1-4]>/g, (place) => args[Number(place.at(-2)) - 1] ?? place);
    const what = knowledge.command(command);
    return what ? [`  ${command}`, `      ${say(what)}`] : [`  ${command}`];
  });
}
