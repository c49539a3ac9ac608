import { readWish } from './case-verbs.ts';
import type { Wish } from './case-wish.ts';
import { halfWidth } from './courtesy.ts';
import { readFewWords } from './few-words.ts';
import { isPlanned, isReported } from './reported.ts';

/** One thing that is to be done to several cases. */
export interface BulkCommand {
  /** The numbers, or all open ones of whoever says so, or of somebody else. */
  readonly cases: readonly string[] | 'mine' | { readonly owner: string };
  readonly wish: Extract<Wish, { kind: 'change' | 'follow-up' | 'take-over' }>;
}

const NUMBERS = '#?\\d{1,6}(?:(?: ?[,，、&] ?| and | ?和 ?)#?\\d{1,6}){1,19}';
const WORD = '(?:cases|case|案例|案件|工单)';
const FORMS: readonly RegExp[] = [
  new RegExp(`^(?:set )?${WORD} ?(?<numbers>${NUMBERS})(?:都|全部)?[ :：,，]{0,2}(?<words>\\D.{0,120})$`, 'iu'),
  /^(?:set )?(?<mine>all (?:of )?my (?:open )?cases|my (?:open )?cases|我的(?:所有|全部)?(?:案例|案件))(?:都|全部)?[ :：,，]{1,2}(?<words>\S.{0,120})$/iu,
  /^我的(?:所有|全部)?(?:案例|案件)(?:都|全部)(?<words>\S.{0,120})$/iu,
];
const HANDING: readonly RegExp[] = [
  new RegExp(
    `^(?:hand|give|transfer|assign)(?: over)? (?:(?:all )?(?:of )?my (?:open )?cases|${WORD} ?(?<numbers>${NUMBERS}))(?: over)? to @?(?<name>\\S.{0,80})$`,
    'iu',
  ),
  new RegExp(
    `^[把将]?(?:我的(?:所有|全部)?(?:案例|案件)|${WORD} ?(?<numbers>${NUMBERS}))(?:都|全部)? ?(?:转交给|转给|移交给|交给|分配给|指派给) ?@?(?<name>\\S.{0,80})$`,
    'iu',
  ),
];
const MINE = '(?:all )?(?:of )?my (?:open )?(?:cases|tickets|ones)|all (?:of )?mine|everything (?:of mine|i have)';
const MINE_ZH =
  '(?:所有|全部)?我(?:的|名下|手上|手里|手头)的?(?:所有|全部)?的?(?:案例|案件|工单|单子|单(?![元独位机]))';
const NAMED = new RegExp(
  `(?:(?:for|of|on|about) )?(?:${MINE}|${MINE_ZH}|(?<![a-z])${WORD} ?(?<numbers>${NUMBERS}))(?: ?(?:都|全部|全都))?`,
  'iu',
);
const SNOOZING = new RegExp(
  `^(?:snooze|archive|推迟|归档) (?:(?:all )?(?:of )?my (?:open )?cases|${WORD} ?(?<numbers>${NUMBERS}))(?<words>(?: .{1,60})?)$`,
  'iu',
);

/** Reads what is to be done to several cases at once; null where it is nothing of the kind. */
export function readBulk(plain: string): BulkCommand | null {
  const line = halfWidth(plain).trim();
  if (line.length > 200 || line.includes('\n')) {
    return null;
  }
  for (const form of HANDING) {
    const { numbers, name } = form.exec(line)?.groups ?? {};
    if (name !== undefined) {
      return bulk(numbers, `owner ${name}`);
    }
  }
  const snoozed = SNOOZING.exec(line)?.groups;
  if (snoozed) {
    const { numbers, words = '' } = snoozed;
    const [verb = ''] = line.split(' ', 1);
    return bulk(numbers, `${verb}${words}`);
  }
  const found = FORMS.map((form) => form.exec(line)?.groups).find((groups) => groups !== undefined);
  return (found ? bulk(found.numbers, found.words ?? '') : null) ?? anywhere(line);
}

/** `give all of Tom's cases to Priya`, `小李的案例都转给王强`. */
const OF_SOMEBODY = new RegExp(
  [
    "(?:all (?:of )?)?(?<owner>\\p{Lu}[\\p{L}.-]{0,30}(?: \\p{Lu}[\\p{L}.-]{0,30})?)['’]s (?:open )?(?:cases|tickets)",
    '(?<chinese>(?![我你他她])\\p{Script=Han}{2,4}|[A-Z][A-Za-z]{1,20}) ?的(?:所有|全部)?(?:案例|案件)(?:都|全部)',
  ].join('|'),
  'u',
);

/** `close cases 3 and 5`, `案例 3 和 5 都给小李`: the words without the cases wish something of each. */
function anywhere(line: string): BulkCommand | null {
  const named = OF_SOMEBODY.exec(line) ?? NAMED.exec(line);
  if (!named || isReported(line) || isPlanned(line)) {
    return null;
  }
  const rest =
    `${line.slice(0, named.index).trimEnd()} ${line.slice(named.index + named[0].length).trimStart()}`.trim();
  const wish = readFewWords(rest)?.wish ?? null;
  const { numbers, owner, chinese } = named.groups ?? {};
  const whose = owner ?? chinese?.replace(/^[把将]/u, '');
  const cases = whose === undefined ? (numbers?.match(/\d{1,6}/g) ?? 'mine') : { owner: whose };
  return isForSeveral(wish) && !isFree(wish) ? { cases, wish } : null;
}

/** What takes any words may have taken the cases as some of them: `note my cases are late`. */
function isFree(wish: BulkCommand['wish']): boolean {
  return wish.kind === 'change' && (wish.change.kind === 'noted' || wish.change.kind === 'titled');
}

function bulk(numbers: string | undefined, words: string): BulkCommand | null {
  const wish = readWish(words);
  return isForSeveral(wish) ? { cases: numbers?.match(/\d{1,6}/g) ?? 'mine', wish } : null;
}

function isForSeveral(wish: Wish | null): wish is BulkCommand['wish'] {
  return wish?.kind === 'change' || wish?.kind === 'follow-up' || wish?.kind === 'take-over';
}
