import { isPlaceholder } from '#src/cases/placeholder.ts';
import type { Text } from '#src/language/text.ts';
import { HINTS } from '../../cases/case-hints.ts';
import { change, unclear, type Wish } from '../case-wish.ts';
import { END, SET, type Subject } from './verb.ts';

/** The fields of a case that take a value of their own. */

const SEVERITY = '(?:severity|sev|priority|prio|严重级别|严重程度|严重等级|严重性|优先级|级别|等级)';
const OWNER = `(?:(?:the )?(?:new )?owner|assigned to|assign (?:it |this )?to|re-?assign (?:it |this )?to|assign ?给|assign|负责人|指派给|指派|分配给|分派给|派给|分给|分配|转交给|转交|移交给|交接给|转给|交给)${END}`;
const TITLING = [
  '(?:(?:change |set |update )?(?:the |a |its )?(?:new )?title|rename(?: (?:it|this))?(?: to| as)?|call (?:it|this))',
  '(?:(?:should|must|can) be |(?:is )?(?:now )?)(?:called|named|titled)',
  '(?:改个|换个|改一下|更新|新)?标题(?:改一下|改改)?|改名(?:字)?|名称|名字|命名为',
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

/** `raise it to A`: without the word a letter may be an article, so a verb of moving must stand there. */
const MOVING_WORDS = [
  ...[
    'rais(?:e|ing|ed)',
    'bump(?:ing|ed)?',
    'lower(?:ing|ed)?',
    'drop(?:ping|ped)?',
    '(?:de-?)?escalat(?:e|ing|ed)',
    'upgrad(?:e|ing|ed)',
  ],
  ...[
    'downgrad(?:e|ing|ed)',
    'reduc(?:e|ing)',
    'mov(?:e|ing)',
    'set',
    'change',
    'put',
    'take',
    'bring',
    'treat',
    'mark',
  ],
];
const MOVING = `(?:${MOVING_WORDS.join('|')})`;
const ONLY = '(?:就行|就好|就可以|就够了?|即可|够了?|可以了|吧)';
const MOVING_ZH = '(?:升级|升|提升|提高|提|降级|降低|降|调整|调高|调低|调|改|设|定|换|变更|变)';
const ENOUGH = '(?: ?级)?(?: now| again| right away| asap| instead| please| (?:is )?(?:enough|fine|ok|good))?';

export const SEVERITIES: Subject = {
  verbs: [
    { pattern: new RegExp(`^(?<said>[abc]) ?级(?:别)?${ONLY}?$`, 'i'), wish: severity },
    {
      pattern:
        /^(?:sev(?:erity)? )?(?<said>[abc]) (?:is|will be|should be) (?:fine|enough|ok(?:ay)?|good enough|sufficient)(?: for (?:this|it|now)(?: one| case)?)?$/i,
      wish: severity,
    },
    {
      pattern: new RegExp(
        `^${SEVERITY}(?: (?:should|must|has to|needs to) be)?(?: ?(?:down|up|back))?${SET}(?:sev )?(?<said>[abc])${ENOUGH}$`,
        'i',
      ),
      wish: severity,
    },
    {
      pattern: new RegExp(
        `^${MOVING}(?: (?:it|this|that|the case|the severity|severity|sev|prio))?(?: (?:up|down|back))? (?:to|as|on|at|in) (?:a )?(?:${SEVERITY} ?)?(?<said>[abc])${ENOUGH}$`,
        'i',
      ),
      wish: severity,
    },
    {
      pattern: new RegExp(
        `^(?:(?:it|this|that) )?(?:is|now|needs to be|should be|has to be|must be|to|as|becomes|going to)(?: now)?(?: an?)? ${SEVERITY} ?(?<said>[abc])${ENOUGH}$`,
        'i',
      ),
      wish: severity,
    },
    {
      pattern: new RegExp(
        `^(?:${SEVERITY})?(?:先|再|给|请)?${MOVING_ZH}(?:为|成|到|至|回|回到|一下到)?(?:最高|最低)? ?(?:${SEVERITY} ?)?级? ?(?<said>[abc]) ?级?(?:就行|就好|即可|就够了|吧|了)?$`,
        'i',
      ),
      wish: severity,
    },
  ],
  asks: { pattern: new RegExp(`^${SEVERITY}`, 'i'), hint: HINTS.severity },
};

const MINE = [
  "(?:i(?:'ll| will|'m| am|'ve| have|'d)? )?(?:take|taking|took|own|owning|grab|grabbing|pick(?:ing)? up)(?: (?:it|this|that|over|care of))?(?: (?:one|case|ticket|it|this))?(?: over| up| on| now)?",
  "i(?:'ll| will|'m| am|'ve| have)? (?:handle|handling|got|looking after|look after) (?:it|this|that)(?: (?:one|case|ticket))?(?: now| from here)?",
  "(?:it's |this is |this one is )?(?:mine|on me|with me)(?: now)?",
  "i'?m on (?:it|this|that)",
  "leave (?:it|this|that) (?:with|to) me|(?:i'll )?let me (?:take|handle|own) (?:it|this|that)(?: one)?",
];
const MINE_ZH = [
  '我来(?:处理|负责|跟进?|看|接手?|弄|管|做)?(?:这个|吧|了)?',
  '我(?:先|去)?(?:负责|跟进?|接手?|认领|接)(?:这个|吧|了)?',
  '归我(?:了|吧)?|算我的|认领',
];
/** Who is named by a role, or a word that is no name at all, is nobody to hand a case to. */
const NOBODY_EN = [
  ...[
    'it',
    'this',
    'that',
    'the',
    'an?',
    'he',
    'she',
    'they',
    'we',
    'you',
    'who',
    'which',
    'what',
    'there',
    'case',
    'i',
    'support',
  ],
  ...[
    'customers?',
    'clients?',
    'users?',
    'vendors?',
    'suppliers?',
    'nobody',
    'no one',
    'everyone',
    'everybody',
    'somebody',
    'someone',
    'anyone',
  ],
];
const NOBODY = new RegExp(
  `^(?:${NOBODY_EN.join('|')})(?![a-z])|^(?:客户|用户|厂商|厂家|供应商|他|她|我|你|谁|哪|力|点|个|钱|看|一)`,
  'iu',
);
const HANDLES = '(?:takes?|will take|is taking|owns|will own|handles?|will handle|has|picks? up)';
const NAME = '@?(?<said>\\p{Lu}[\\p{L}.\\x27-]{0,30}(?: \\p{Lu}[\\p{L}.\\x27-]{0,30}){0,2})';

export const OWNERS: Subject = {
  verbs: [
    { pattern: new RegExp(`^(?:${[...MINE, ...MINE_ZH].join('|')})$`, 'iu'), wish: () => ({ kind: 'take-over' }) },
    {
      pattern:
        /^(?:hand|give|pass|transfer|route|move|send)(?: (?:it|this|that))?(?: over)? to @?(?<said>\S.{0,100}?)(?: (?:now|please|instead))?$/i,
      wish: owner,
    },
    {
      pattern: /^(?:goes|belongs|is going|to go|should go|moves) (?:over )?to @?(?<said>\S.{0,60}?)(?: now)?$/i,
      wish: someone,
    },
    {
      pattern: new RegExp(
        `^(?:(?:let|can|could|will|may|have) )?${NAME} (?:to )?${HANDLES}(?: (?:it|this|that|the case))?(?: over)?(?: from (?:here|now on|now))?$`,
        'u',
      ),
      wish: someone,
    },
    { pattern: new RegExp(`^${NAME} is (?:now )?(?:the )?(?:new )?owner(?: now)?$`, 'u'), wish: someone },
    {
      pattern:
        /^(?:转?交?给|让|由|归|交由|换成?|改由|改成) ?@?(?<said>\S.{0,30}?) ?(?:来|去)?(?:跟进?|处理|负责|接手?|看|弄|管)(?:了|吧|一下|这个)?$/u,
      wish: someone,
    },
    { pattern: /^给 ?@?(?<said>[\p{Script=Han}]{2,4}|[A-Z][\p{L} ]{0,20})(?:吧|了)?$/u, wish: someone },
    {
      pattern: new RegExp(`^${OWNER}${SET}@?(?<said>.{1,200}?)(?: (?:now|from now on|please|instead))?$`, 'i'),
      wish: owner,
    },
  ],
  asks: { pattern: new RegExp(`^${OWNER}`, 'i'), hint: HINTS.owner },
};

export const TITLES: Subject = {
  free: [
    {
      pattern: new RegExp(
        `^${TITLE}[ :：=,，]{0,2}(?:(?:to|as|should be|is|改为|改成|设为)[ :：]{1,2}|改为|改成|设为|换成|叫做|叫作|叫|是)?[ :：]{0,2}(?<said>.{1,200})$`,
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
    {
      pattern: new RegExp(`^(?<said>[^\\n]{3,300}?)[,，.;。；] ?(?:${NOTED_BEHIND.join('|')})$`, 'i'),
      wish: value(HINTS.emptyNote, (text) => change({ kind: 'noted', text })),
    },
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

/** Where the words around a name are no command by themselves. */
function someone(name: string): Wish | null {
  return NOBODY.test(name) ? null : owner(name);
}

/** `Chen Wei, I'm on leave`: why is no part of the name. */
const BECAUSE = /[,，;；] ?(?:(?:i|he|she|they|we|because|as|since|who)(?![a-z])|我|他|她|因为|由于).*$/iu;

function owner(said: string): Wish | null {
  const name = said.replace(BECAUSE, '');
  const isSelf = /^(?:me|myself|我|我自己)$/i.test(name);
  return isSelf ? { kind: 'take-over' } : value(HINTS.owner, (to) => change({ kind: 'owner-set', owner: to }))(name);
}
