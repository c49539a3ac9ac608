import { HINTS } from '../../cases/case-hints.ts';
import { change, unclear } from '../case-wish.ts';
import { valueOr } from './value-or.ts';
import { END, SET, type Subject } from './verb.ts';

/** The fields of a case that take a value of their own. */

const TITLING = [
  '(?:(?:change |set |update )?(?:the |a |its )?(?:new )?title|rename(?: (?:it|this))?(?: to| as)?|(?:call|name) (?:it|this))',
  '(?:(?:should|must|can) be |(?:is )?(?:now )?)(?:called|named|titled)',
  '(?:改个|换个|改一下|更新|修改|改|换|新)?标题(?:改一下|改改)?|改名(?:字)?|名称|名字|命名为',
];
const TITLE = `(?:${TITLING.join('|')})${END}`;
const NUMBER = `(?:number|customer'?s? number|客户编号|编号)${END}`;
const NOTING = [
  ...[
    '(?:add|make|put in|leave) (?:a |this )?note(?: that)?',
    'notes?(?: that)?',
    'comment',
    'remark',
    'memo',
    'for the record',
    'keep in mind(?: that)?',
    'remember(?: that)?(?=[ :：]{0,1}[:：])',
    'add(?=[ :：]{0,1}[:：])',
  ],
  ...[
    '(?:jot|write|put)(?: (?:it|this|that))? down(?: that)?',
    '(?:添加|加|记|写|做|补|留)(?:个|一条|一个|条)?备注',
    '备注(?:一下|下)?',
    '记一笔',
  ],
  ...['记录(?:一下|下)?', '记一下', '记下', '备忘', '记着', '记住', '补充(?:一下|说明)?(?=[ :：])', '标注(?:一下)?'],
];
/** `they updated BIOS, note that`. */
const NOTED_BEHIND = [
  '(?:please |pls )?(?:add|put|record|log|write)(?: (?:that|this|it))(?: (?:as a note|down|to the (?:case|notes)|in(?:to)? the notes?))',
  '(?:please |pls )?note (?:that|this|it)(?: down)?',
  '(?:请|麻烦|帮我|帮忙)?(?:记一下|记下来|备注一下|备注上|记到备注里?|加到备注里?|写进备注)(?:吧)?',
];
const NOTE = `(?:${NOTING.join('|')})${END}[ :：,，]{0,2}`;

export const TITLES: Subject = {
  free: [
    {
      pattern: new RegExp(
        `^${TITLE}[ :：=,，]{0,2}(?:(?:to|as|should be|is|改为|改成|设为)[ :：]{1,2}|改为|改成|设为|换成|叫做|叫作|叫|是|为)?[ :：]{0,2}(?<said>.{1,200})$`,
        'i',
      ),
      wish: valueOr(HINTS.title, (title) => change({ kind: 'titled', title })),
    },
    { pattern: new RegExp(`^${TITLE}[ :：=].{200}`, 'i'), wish: () => unclear(HINTS.longTitle) },
  ],
  asks: { pattern: new RegExp(`^${TITLE}`, 'i'), hint: HINTS.title },
};

export const NUMBERS: Subject = {
  verbs: [
    {
      pattern: new RegExp(`^${NUMBER}${SET}(?<said>\\S{1,60})$`, 'i'),
      wish: valueOr(HINTS.number, (customerNumber) => change({ kind: 'numbered', customerNumber })),
    },
  ],
  asks: { pattern: new RegExp(`^${NUMBER}`, 'i'), hint: HINTS.number },
};

export const NOTES: Subject = {
  free: [
    {
      pattern: new RegExp(`^${NOTE}(?<said>.{1,4000})$`, 'is'),
      wish: valueOr(HINTS.emptyNote, (text) => change({ kind: 'noted', text })),
    },
    { pattern: new RegExp(`^${NOTE}.{4001}`, 'is'), wish: () => unclear(HINTS.note) },
    {
      pattern: new RegExp(`^(?<said>[^\\n]{3,300}?)[,，.;。；] ?(?:${NOTED_BEHIND.join('|')})$`, 'i'),
      wish: valueOr(HINTS.emptyNote, (text) => change({ kind: 'noted', text })),
    },
  ],
  asks: { pattern: new RegExp(`^${NOTE}$`, 'i'), hint: HINTS.emptyNote },
};
