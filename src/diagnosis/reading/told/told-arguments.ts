import type { Hex } from '../../facts.ts';

/** In a sentence: "0x3a as first parameter", "parameter 2 is 0xffff…", 参数 1 为 0x5. */
const VALUE = '0x[0-9a-f`]{1,17}';
/** Between brackets behind a code nothing else stands; a chat makes the mark between the halves another one. */
const LOOSE = "(?:0x)?[0-9a-f`'’]{1,17}";
const WHICH = '(?:parameter|argument|param|arg|参数|參數|パラメーター?|параметр\\S{0,2}|par[aá]metro|paramètre)';
/** Small ones are told as they are said: "parameter 1 is 3"; two digits would be a guess at their base. */
const DIGIT = '[0-9](?![\\w.])';
/** The cheap look before the patterns: what a number is a parameter of. */
const WHICH_SIGN = /par[aá]m|arg|парам|参数|參數|パラメ|\bp1\b|kebugcheck|0x[0-9a-f]{1,8} ?[({（]/i;
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
};
const ORDINAL = '(?<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)';
const ARGUMENTS: readonly RegExp[] = [
  new RegExp(`(?<value>${VALUE})["'\`]{0,2} (?:as|is|was|for|in|at) (?:the |its )?${ORDINAL} ${WHICH}`, 'gi'),
  new RegExp(
    `(?<value>${VALUE})["'\`]{0,2} (?:as|is|was|for|in|at) (?:the )?${WHICH} ?(?:no\\.? ?)?(?<number>[1-4])`,
    'gi',
  ),
  new RegExp(
    `${WHICH} ?(?<number>[1-4])(?: (?:is|was|of|=|has|contains))?["'\`:：=为是 ]{0,4}(?<value>${VALUE})`,
    'gi',
  ),
  new RegExp(`${WHICH} ?(?<number>[1-4])(?: (?:is|was|=)|\\s?[:：=为是])["'\` ]{0,3}(?<value>${DIGIT})`, 'gi'),
  new RegExp(`${ORDINAL} ${WHICH}(?: (?:is|was|of|=))?["'\`:= ]{0,4}(?<value>${VALUE})`, 'gi'),
];
/** One of the values is as wide as an address. */
const WIDE = '(?=[^)）]{0,80}[0-9a-f]{8})';
/** All four in a row: "parameters 0x3, 0xffff…, 0xfffff80…, 0x0", 参数为 0x3, 0xffff…. */
const IN_A_ROW: readonly RegExp[] = [
  new RegExp(
    `${WHICH}s?(?: (?:are|were|is))?[:：=为為是 ]{0,3}[({（]?(?<row>(?:${VALUE}[,，] ?){3}${VALUE})(?![\\w\`])`,
    'i',
  ),
  // Behind the code, as the debugger writes them: 0x133 (1, 1e00, fffff804`5e6fb320, 0).
  new RegExp(`(?<=0x[0-9a-f]{1,8} ?)[({（]${WIDE}(?<row>(?:${LOOSE}[,，] ?){3}${LOOSE})[)}）]`, 'i'),
];

/** `P1 0x40 P2 0x2 …`: so the problem report numbers them; all four, for one alone may be a level of a ticket. */
const BARE = '(?:0x)?[0-9a-f`]{1,17}';
const NUMBERED = new RegExp(
  `(?<!\\w)${[1, 2, 3, 4].map((at) => `p${at}\\s?[:=]?\\s?(?<value${at}>${BARE})`).join('[,;]?\\s{1,3}')}(?![\\w\`])`,
  'i',
);
/** `KeBugCheckEx(0xd1, 0x40, 2, 0, 0xfffff8012a4b7c10)` within a sentence; one of the values is as wide as an address. */
const CALL = new RegExp(
  `KeBugCheck(?:Ex)?\\s?\\((?=[^)]{0,90}[0-9a-f]{8})\\s?(?<code>(?:0x)?[0-9a-f]{1,8}), ?(?<row>(?:${BARE}, ?){3}${BARE})\\s?\\)`,
  'i',
);

/**
 * The arguments that a sentence tells of a stop, by their number from 1, and the sentence without them: their values are no
 * codes.
 */
export function takeArguments(text: string): { args: Map<number, Hex>; rest: string } {
  const args = new Map<number, Hex>();
  let rest = text;
  if (!WHICH_SIGN.test(text)) {
    return { args, rest };
  }
  rest = rest.replace(CALL, (...found) => {
    const { code = '', row = '' } = found.at(-1) as Record<string, string | undefined>;
    takeRow(row, args);
    return ` bug check ${hexOf(code)} `;
  });
  for (const pattern of IN_A_ROW) {
    rest = rest.replace(pattern, (_, row: string) => {
      takeRow(row, args);
      return ' ';
    });
  }
  rest = rest.replace(NUMBERED, (...found) => {
    const values = found.at(-1) as Record<string, string | undefined>;
    takeRow([1, 2, 3, 4].map((at) => values[`value${at}`] ?? '').join(','), args);
    return ' ';
  });
  for (const pattern of ARGUMENTS) {
    rest = rest.replace(pattern, (...found) => {
      const { value = '', ordinal, number } = found.at(-1) as Record<string, string | undefined>;
      const place = ordinal === undefined ? Number(number) : (ORDINALS[ordinal.toLowerCase()] ?? 0);
      if (!args.has(place)) {
        args.set(place, hexOf(value));
      }
      return ' ';
    });
  }
  return { args, rest };
}

function takeRow(row: string, args: Map<number, Hex>): void {
  for (const [at, value] of row.split(/[,，] ?/).entries()) {
    args.set(at + 1, hexOf(value));
  }
}

function hexOf(value: string): Hex {
  return value
    .toLowerCase()
    .replace(/[`'’]/g, '')
    .replace(/^(?!0x)/, '0x')
    .replace(/^0x0{0,16}(?=[0-9a-f])/, '0x');
}
