import { readWish } from './case-verbs.ts';
import type { Wish } from './case-wish.ts';
import { halfWidth } from './courtesy.ts';

/** One thing that is to be done to several cases. */
export interface BulkCommand {
  /** The numbers, or all open ones of whoever says so. */
  readonly cases: readonly string[] | 'mine';
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
  return found ? bulk(found.numbers, found.words ?? '') : null;
}

function bulk(numbers: string | undefined, words: string): BulkCommand | null {
  const wish = readWish(words);
  if (wish.kind !== 'change' && wish.kind !== 'follow-up' && wish.kind !== 'take-over') {
    return null;
  }
  return { cases: numbers?.match(/\d{1,6}/g) ?? 'mine', wish };
}
