import { LONGEST_LINE, LONGEST_NOTE } from '#src/cases/case-event.ts';
import { cleanLine } from '#src/cases/clean-text.ts';
import type { CaseCommand } from './case-wish.ts';

/** `new case: Blue screen at Contoso`, `track this`, `这个新建案例`. */

const OPENING = [
  '(?:case|ticket) (?:new|create)',
  '(?:new|open|create|start|make|raise|file|log|register)(?: me| us)? (?:an? )?(?:new )?(?:case|ticket)',
  '(?:这个|就这个|把这个|给这个|为此|(?:用|拿|以|按|照)这?[个份次]?(?:转储|dump|结果|输出)?)?(?:新建|创建|新开|新增|建立|新|开|建|立|提|起)(?:一个|个)? ?新?的?(?:案例|案件|工单|case|单(?!元|独|位))',
  '(?:案例|案件|工单) ?(?:新建|创建)',
  'this (?:needs|deserves|should have|gets) an? (?:new |own )?(?:case|ticket)',
  '(?:把|给|就)?(?:这个?)?(?:立|建|开)个案(?![例件])',
  '开案',
  '立案',
];
/** `track this`: there is no title in it. */
const FOR_THIS =
  /^(?:(?:track|log|register|file) (?:this|it)(?: (?:as|in) an? (?:new )?case)?|(?:make|turn) (?:this|it) (?:into )?an? (?:new )?case)(?: (?:please|pls))?$/iu;
/** What stands between "a case" and its title. */
const BEFORE_TITLE = [
  '(?:(?:please|pls|plz)(?![a-z])[ :：,，]{0,3})?',
  '(?:(?:out of|for|from|of|with|about) (?:this|it|that)(?: (?:one|paste|dump|crash|output))?(?![a-z])|(?:for|about) (?=\\S))?',
  '(?: ?(?:please|pls|plz|now|asap)(?![a-z]))?',
  '[ :：,，-]{0,3}',
  '(?:(?:called|titled|named|with (?:the )?title|title)(?![a-z])|标题(?:是|为|叫|写)?|叫做|叫|名为)?',
  '[ :：,，]{0,3}',
];
const TITLED = new RegExp(`^${BEFORE_TITLE.join('')}`, 'iu');
const NO_TITLE = /^(?:吧|一下|please|pls|now|thanks|谢谢|[\s,，.。!！~～]){0,4}$/iu;
const NEW = new RegExp(`^(?:${OPENING.join('|')})(?![A-Za-z])[ \\t:：,，]{0,3}(?<said>.*)$`, 'is');
/** Reads the wish for a new case, and its title; `line` is what was said as one short line without courtesy, if it is one. */
export function readOpening(typed: string, line: string | null): CaseCommand | null {
  if (line !== null && FOR_THIS.test(line)) {
    return readNew('');
  }
  const opened = NEW.exec(typed)?.groups;
  if (opened === undefined) {
    return null;
  }
  const said = (opened.said ?? '').replace(TITLED, '');
  return readNew(NO_TITLE.test(said) ? '' : said);
}

function readNew(said: string): CaseCommand {
  const [title = '', ...rest] = said.split('\n');
  if (title.trim() === '' && rest.length > 0) {
    return readNew(rest.join('\n').trim());
  }
  const whole = cleanLine(title, LONGEST_NOTE);
  // A title has an end; what is longer than one is kept below it as it was written.
  const below = whole.length > LONGEST_LINE ? [whole, ...rest] : rest;
  return { kind: 'new', title: cleanLine(whole, LONGEST_LINE), rest: below.join('\n').trim() };
}
