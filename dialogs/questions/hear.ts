import { readBareCommand } from '../hearing/bare-command.ts';
import { readCaseCommand } from '../hearing/case-command.ts';
import { type Said, withoutCourtesy } from '../hearing/courtesy.ts';
import { readFollowUpCommand } from '../hearing/follow-up-command.ts';
import { readTeamCommand } from '../hearing/team-command.ts';

/** Whoever writes more than that tells something. */
const LONGEST = 200;
const MOST_LINES = 3;

/** What only a debugger prints, or a screen: prompts, fields, columns of addresses, arguments with their values. */
const PRINTED: readonly RegExp[] = [
  /\d: kd>|\bkd>/i,
  /^ {0,8}[A-Z][A-Z0-9_]{3,40}: {1,8}\S/m,
  /\barg[1-4]: {0,4}[0-9a-f]{4}/i,
  /[0-9a-f]{8}`?[0-9a-f]{8}.{0,40}[0-9a-f]{8}`?[0-9a-f]{8}/i,
  /\bbugcheck {1,4}[0-9a-f]{1,8} {0,3},|\bstop: {0,4}0x|probably caused by|\*{5}|^\*[0-9a-f]{8}|\+0x[0-9a-f]{1,16} {0,4}$/im,
];

/** A command, not a question: `explain 0x9f 3` and a code alone are explained as they are. */
const EXPLAINED =
  /^(?:explain|解释一下|解释|说明)(?![a-z])[:：]?\s{0,5}0[xn][0-9a-f]|^0[xn][0-9a-f]{1,16}(?:\s{1,5}(?:0x)?[0-9a-f`]{1,18}){0,4}$/iu;

/** `案例 2 也是这个驱动吗`: the case that is named first is what it is compared with. */
const COMPARED =
  /^(?:case|ticket|案例|案件|工单) ?#?\d{1,6},? ?(?:(?:是不是|会不会)?(?:也|同样)(?:是|有|因为|出现|遇到|碰到).{1,12}[吗么嘛]?|(?:also|too|as well)(?![a-z])[^?]{0,30}[?])[?？]{0,2}$/iu;
/** `直接删掉可以吗`, `just delete it?`: below a verdict that is asked of the driver. Who wants a case forgotten says so. */
const MAY_BE_DELETED = /(?:(?:可以|能|行|好)?[吗么嘛]|行不行|可不可以|[?？])\s{0,2}$/u;
const OF_CASE = /case|ticket|record|案例|案件|工单|个案|记录|单子|这单/iu;

/** The words of a message that may be a question, as they were typed: courtesy (`could you be wrong`) may be a part of it; null for a long one, a command, and what a debugger printed. */
export function hearQuestion(message: string): string | null {
  const said = withoutCourtesy(message);
  const text = message.trim();
  if (text.length > LONGEST || text.split('\n').length > MOST_LINES || PRINTED.some((sign) => sign.test(text))) {
    return null;
  }
  if (EXPLAINED.test(said.plain)) {
    return null;
  }
  return COMPARED.test(text) || asksToDelete(said, text) || !isCommand(said) ? text : null;
}

function asksToDelete(said: Said, typed: string): boolean {
  // "Could you delete it?" wishes it.
  if (said.text !== typed || !MAY_BE_DELETED.test(typed) || OF_CASE.test(typed)) {
    return false;
  }
  const bare = readBareCommand(said);
  return bare?.kind === 'wish' && bare.wish.kind === 'forget';
}

function isCommand(said: Said): boolean {
  const bare = readBareCommand(said);
  if (readTeamCommand(said) !== null) {
    return true;
  }
  return (
    readCaseCommand(said) !== null || readFollowUpCommand(said) !== null || (bare !== null && bare.kind !== 'number')
  );
}
