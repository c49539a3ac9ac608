import { HINTS } from '../../cases/case-hints.ts';
import { change, type Wish } from '../case-wish.ts';
import { valueOr } from './value-or.ts';
import { END, SET, type Subject } from './verb.ts';

const OWNER = `(?:(?:the )?(?:new )?owner|assigned to|assign (?:it |this )?to|re-?assign (?:it |this )?to|assign ?给|assign|负责人|指派给|指派|分配给|分派给|派给|分给|分配|转交给|转交|移交给|交接给|转给|交给)${END}`;

const MINE = [
  '(?:put|make|set) me (?:down )?(?:as )?(?:the )?(?:new )?(?:owner)|put me (?:down|on (?:it|this))',
  "(?:i(?:'ll|ll| will|'m|m| am|'ve| have|'d)? )?(?:take|taking|took|own|owning|grab|grabbing|pick(?:ing)? up)(?: (?:it|this|that|over|care of))?(?: (?:one|case|ticket|it|this))?(?: over| up| on| now)?",
  "i(?:'ll| will|'m| am|'ve| have)? (?:handle|handling|got|looking after|look after) (?:it|this|that)(?: (?:one|case|ticket))?(?: now| from here)?",
  "(?:(?:it|this|that|this one)(?:'s| is) )?(?:mine|on me|with me)(?: now)?",
  "i'?m on (?:it|this|that)",
  "leave (?:it|this|that) (?:with|to) me|(?:i'll )?let me (?:take|handle|own) (?:it|this|that)(?: one)?",
];
const MINE_ZH = [
  '我来(?:处理|负责|跟进?|看|接手?|弄|管|做)?(?:这个|吧|了)?',
  '我(?:先|去)?(?:负责|跟进?|接手?|认领|接)(?:着|这个|吧|了)?',
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
        /^(?:hand|give|pass|transfer|route|move|send|over)(?: (?:it|this|that))?(?: over)? to @?(?<said>\S.{0,100}?)(?: (?:now|please|instead))?$/i,
      wish: owner,
    },
    {
      pattern: /^(?:goes|belongs|is going|to go|should go|moves) (?:over )?to @?(?<said>\S.{0,60}?)(?: now)?$/i,
      wish: someone,
    },
    {
      pattern: new RegExp(
        `^(?:(?:let|can|could|will|may|have) )?${NAME} (?:to )?${HANDLES}(?: (?:it|this|that|the case))?(?: over)?(?: now)?(?: from (?:here|now on|now))?$`,
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
    { pattern: /^转(?!储|给|交) ?@?(?<said>[\p{Script=Han}]{2,4}|[A-Z][\p{L} ]{0,20})(?:吧|了)?$/u, wish: someone },
    { pattern: /^给 ?@?(?<said>[\p{Script=Han}]{2,4}|[A-Z][\p{L} ]{0,20})(?:吧|了)?$/u, wish: someone },
    {
      pattern: new RegExp(`^${OWNER}${SET}@?(?<said>.{1,200}?)(?: (?:now|from now on|please|instead))?$`, 'i'),
      wish: owner,
    },
  ],
  asks: { pattern: new RegExp(`^${OWNER}`, 'i'), hint: HINTS.owner },
};

/** Where the words around a name are no command by themselves. */
function someone(name: string): Wish | null {
  return NOBODY.test(name) ? null : owner(name);
}

/** `Chen Wei, I'm on leave`: why is no part of the name. */
const BECAUSE = /[,，;；] ?(?:(?:i|he|she|they|we|because|as|since|who)(?![a-z])|我|他|她|因为|由于).*$/iu;

function owner(said: string): Wish | null {
  const name = said.replace(BECAUSE, '');
  const isSelf = /^(?:me|myself|我|我自己)$/i.test(name);
  return isSelf ? { kind: 'take-over' } : valueOr(HINTS.owner, (to) => change({ kind: 'owner-set', owner: to }))(name);
}
