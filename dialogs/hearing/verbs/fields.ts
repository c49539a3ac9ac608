import { isPlaceholder } from '#src/cases/placeholder.ts';
import type { Text } from '#src/language/text.ts';
import { HINTS } from '../../cases/case-hints.ts';
import { change, unclear, type Wish } from '../case-wish.ts';
import { END, SET, type Subject } from './verb.ts';

/** The fields of a case that take a value of their own. */

const SEVERITY = '(?:severity|sev|priority|prio|严重级别|严重程度|严重等级|严重性|优先级|级别|等级)';
const OWNER = `(?:owner|assigned to|assign to|re-?assign to|assign|负责人|指派给|指派|分配给|分配|转交给|转交|转给|交给)${END}`;
const TITLE = `(?:title|rename to|rename|标题|改名|名称)${END}`;
const NUMBER = `(?:number|customer'?s? number|客户编号|编号)${END}`;
const NOTE = `(?:(?:add|make) (?:a )?note(?: that)?|notes?(?: that)?|comment|(?:添加|加|记|写)(?:个|一条)?备注|备注|记一笔|记录|记一下|备忘)${END}[ :：,，]{0,2}`;

export const SEVERITIES: Subject = {
  verbs: [
    {
      pattern: new RegExp(
        `^${SEVERITY}${SET}(?:sev )?(?<said>[abc])(?: ?级)?(?: now| (?:is )?(?:enough|fine|ok))?$`,
        'i',
      ),
      wish: severity,
    },
    {
      pattern:
        /^(?:改为|改成|改到|升为|升成|升级为|升级到|升到|降为|降成|降级为|降到|设为|调到|调成|提到|提升到) ?(?<said>[abc]) ?级?(?:就行|就好|即可)?$/i,
      wish: severity,
    },
  ],
  asks: { pattern: new RegExp(`^${SEVERITY}`, 'i'), hint: HINTS.severity },
};

export const OWNERS: Subject = {
  verbs: [
    {
      pattern:
        /^(?:(?:i(?:'m| am) taking (?:it|this|over)(?: over)?|(?:i(?:'ll| will) )?take(?: (?:it|over|this|this one|that one|it over|care of it))?)|mine|我来(?:处理|负责|跟进?|看|接手?)?|我(?:负责|跟进?|接手?)|认领)$/i,
      wish: () => ({ kind: 'take-over' }),
    },
    {
      pattern: /^(?:hand|give|pass|transfer)(?: (?:it|this))?(?: over)? to @?(?<said>\S.{0,100})$/i,
      wish: owner,
    },
    { pattern: /^(?:转?交?给|让) ?@?(?<said>\S.{0,30}?) ?(?:来)?(?:跟进?|处理|负责|接手?|看)$/u, wish: owner },
    { pattern: new RegExp(`^${OWNER}${SET}@?(?<said>.{1,200})$`, 'i'), wish: owner },
  ],
  asks: { pattern: new RegExp(`^${OWNER}`, 'i'), hint: HINTS.owner },
};

export const TITLES: Subject = {
  free: [
    {
      pattern: new RegExp(
        `^${TITLE}[ :：=]{0,2}(?:(?:to|改为|改成|设为)[ :：]{1,2}|改为|改成|设为)?(?<said>.{1,200})$`,
        'i',
      ),
      wish: value(HINTS.title, (title) => change({ kind: 'titled', title })),
    },
    { pattern: new RegExp(`^${TITLE}[ :：=].{200}`, 'i'), wish: () => unclear(HINTS.longTitle) },
  ],
  asks: { pattern: new RegExp(`^${TITLE}`, 'i'), hint: HINTS.title },
};

export const NUMBERS: Subject = {
  verbs: [
    {
      pattern: new RegExp(`^${NUMBER}${SET}(?<said>\\S{1,60})$`, 'i'),
      wish: value(HINTS.number, (customerNumber) => change({ kind: 'numbered', customerNumber })),
    },
  ],
  asks: { pattern: new RegExp(`^${NUMBER}`, 'i'), hint: HINTS.number },
};

export const NOTES: Subject = {
  free: [
    {
      pattern: new RegExp(`^${NOTE}(?<said>.{1,4000})$`, 'is'),
      wish: value(HINTS.emptyNote, (text) => change({ kind: 'noted', text })),
    },
    { pattern: new RegExp(`^${NOTE}.{4001}`, 'is'), wish: () => unclear(HINTS.note) },
  ],
  asks: { pattern: new RegExp(`^${NOTE}$`, 'i'), hint: HINTS.emptyNote },
};

/** The wish of a value; asked for where only a placeholder of one stands there. */
function value(hint: Text, wish: (said: string) => Wish): (said: string) => Wish | null {
  return (said) => {
    if (said === '') {
      return null;
    }
    return isPlaceholder(said) ? unclear(hint) : wish(said);
  };
}

function severity(letter: string): Wish | null {
  const upper = letter.toUpperCase();
  return upper === 'A' || upper === 'B' || upper === 'C' ? change({ kind: 'severity-set', severity: upper }) : null;
}

function owner(name: string): Wish | null {
  const isSelf = /^(?:me|myself|我|我自己)$/i.test(name);
  return isSelf ? { kind: 'take-over' } : value(HINTS.owner, (to) => change({ kind: 'owner-set', owner: to }))(name);
}
