import type { Language } from '../language/text.ts';

/** A kind of claim that only what is cited may make: `said` shows it in a sentence, `held` in an item (the same, where absent). */
export interface HeldWords {
  readonly said: readonly RegExp[];
  readonly held?: RegExp;
}

/** Which claims these are, in each language: of how many, since when, how it goes on, what nobody looked at. All are linear. */
export const HELD_WORDS: Readonly<Record<Language, Readonly<Record<string, HeldWords>>>> = {
  en: {
    all: {
      said: [
        /\b(?:all|both)(?: of)?(?: the| your| my| our| its| these| those)?(?: [a-z-]{2,20}){0,3} (?:drivers?|filters?|machines?|computers?|devices?|disks?)\b/i,
        /\b(?:all|both)(?: of)?(?: the| your| my| our| its| these| those)?(?: [a-z-]{2,20}){0,3} (?:memory|pool|blocks?|programs?|software)\b/i,
        /(?<!\b(?:not|no|never|without|nor)\b.{0,30})\bany\b(?: [a-z-]{2,20}){0,3} (?:drivers?|filters?|machines?|devices?|memory|programs?|software)\b/i,
        /\b(?:every|all|any|each)(?: of)?(?: the| your| these)?(?: [a-z-]{2,20}){0,2} (?:customers?|users?|cards?|products?|systems?|servers?|files?|updates?|crash(?:es)?|times?|vendors?)\b/i,
        /\b(?:every|each)\b(?! other\b)/i,
        /\beverything (?:it|they|on|in|else)\b|\b(?:everybody|everyone|everywhere)\b(?! who (?:looks|reads|sees))/i,
        /\b(?:nearly|almost|practically) (?:always|never|all|every|certain)\b|\bnever (?:wrong|mistaken|fails?)\b/i,
        /\b(?:whole|entire) (?:machine|memory|pool|system|disk|company|fleet)\b/i,
      ],
      held: /\b(?:every|all|any|each|both|everything|everybody|always|never|whole|entire)\b/i,
    },
    only: {
      said: [
        /\b(?:nobody|none|no one|nothing) (?:but|else|other|except)\b|\bno other\b|\bexclusively\b/i,
        /\bonly \{|\bonly (?:this|that|a|one)\b.{0,30}\b(?:can|could|will|would|help|explain)|\b(?:can|could) only\b/i,
        /\bthe only (?:possible|other|remaining|explanation|cause|reason|culprit|suspect|way|driver|one)\b/i,
      ],
      held: /\b(?:only|no other|none|nobody|alone|no third|nothing but|no driver|everybody)\b/i,
    },
    promise: {
      said: [
        /\b(?:will|is going to|is bound to|should|would) (?:not |surely |then |again )?(?:solve|fix|cure|end|repair|mend|do better|vanish|disappear|stop|go away|come back|return|recur|crash)\b/i,
        /\b(?:will|would) (?:not |then |again )?(?:be|become|stay|run) (?:[a-z]{1,12} )?(?:stable|solved|fixed|gone|fine|safe|well|repaired|lost|smooth\w{0,4})\b/i,
        /\bsol(?:ve|ves|ved|ving) (?:the|this|your)\b|\b(?:not|never) (?:happen|crash|stop|fail)s? again\b/i,
        /\bcures?\b|\bonce and for all\b|\bfor good\b|\bwithout (?:any |further |more )?(?:trouble|problems?|crashes)\b/i,
      ],
    },
    compared: {
      said: [
        /\b(?:more|less|far|much|most|least|equally|twice as) (?:[a-z]{1,10} )?(?:dangerous|harmful|suspicious|guilty|unstable|unreliable|severe|serious|careless|buggy|stable|secure|modern)\b/i,
        /\b(?:worse|worst|safer|faster|slower|older|newer|bigger|larger|smaller|stronger|weaker|likelier)\b(?: than)?|\blikely than\b/i,
      ],
      held: /\b(?:updat\w{1,3}|roll\w{0,3}|version|more|less|most|least|worse|worst|faster|slower|older|newer|smaller|larger)\b/i,
    },
    counted: {
      said: [
        /\b(?:half|quarter|dozens?|hundreds?|thousands?|millions?|several|multiple|numerous|countless|repeated(?:ly)?)\b/i,
        /\bmany (?:times|blocks|machines|crashes|customers)\b|\b(?:again and again|time and again|times before|often|frequent(?:ly)?|rarely)\b/i,
      ],
    },
    dated: {
      said: [
        /\b(?:yesterday|today|tomorrow|tonight|recent(?:ly)?|lately|nowadays|ago|(?<!\bas )soon)\b|\blast (?:week|month|year|night|time|update)\b/i,
        /\b(?:hours?|days?|weeks?|months?|years?|decades?|minutes?|seconds?)\b|\bsince (?:the|its|your|last|an?|then) \w/i,
      ],
    },
    known: {
      said: [
        /\b(?:known|common|typical|famous|notorious) (?:bugs?|issues?|problems?|defects?|faults?|flaws?)\b|\bnotorious\b|(?<!\b(?:bring|keep)\b.{0,25})\bup to date\b/i,
        /\bout (?:of )?date\b|\bobsolete\b|\btoo (?:old|new)\b|\b(?:latest|newest)\b|\b(?:un)?signed\b|\bfake\b|\bcounterfeit\b|\bpirated\b/i,
        /\b(?:already|has|have|had|been|is|was) (?:[a-z]{1,9} )?(?:fixed|repaired|mended|admitted|acknowledged|recalled|withdrawn|certified|tested)\b/i,
        /\b(?:warranty|warranties|licen[cs]e|lawsuit|liab(?:le|ility)|illegal|guaranteed|compensation|refund)\b/i,
      ],
    },
    meant: {
      said: [
        /\b(?:on purpose|deliberate(?:ly)?|intentional(?:ly)?|wilful(?:ly)?|malicious(?:ly)?|secret(?:ly)?)\b/i,
        /\b(?:hides?|hiding|hidden|steals?|stealing|stole|spy|spies|spying|pretends?|cheats?|lies to|sabotag\w{1,4})\b/i,
      ],
    },
    harm: {
      said: [
        /\b(?:leaks?|leaked|leaking|infect\w{0,5}|spreads?|spreading|overheats?|burns?|burnt|catches fire)\b|\bdata loss\b/i,
        /\bslow(?:s|er|ed|ing)?\b|\b(?:freez|lag)(?:e|es|ing|s)\b/i,
        /\b(?:lost|loses?|losing|encrypts?|ruin\w{0,3}) (?:[a-z]{1,8} )?(?:data|files|documents|work)\b|\b(?:unsafe|dangerous|insecure)\b/i,
      ],
    },
    reassured: {
      said: [
        /\b(?:ignor(?:e|es|ed|ing)|worr(?:y|ies|ied|ying)|no (?:danger|harm|risk|cause for|need for)|nothing to|no action)\b/i,
        /\b(?:is|are|was) (?:perfectly |quite |entirely |all )?(?:fine|ok|okay|safe|healthy|intact|undamaged|in order)\b|\bsafely\b/i,
      ],
    },
    discredited: {
      said: [
        /\b(?:verifier|debugger|analysis|windows|verdict|vendor|tool)\b[^,.;]{0,12}\b(?:is|was|are|were) (?:simply |just |plain )?(?:wrong|mistaken|buggy|unreliable|useless|badly)\b|\bfalse alarms?\b/i,
        /\b(?:trusts?|distrusts?|approv(?:es?|ed)|endors(?:es?|ed))\b/i,
      ],
    },
    bought: {
      said: [
        /\b(?:new|another|different|other) (?:machine|computer|laptop|server|disk|drive|card|processor)\b|\bbuy\b/i,
      ],
    },
  },
  zh: {
    all: {
      said: [
        /(?:所有|全部|一切|(?<!(?:没|不|无|未).{0,8})任何|每(?:一)?(?:个|台|块|次|款)|各个|凡是|整个)(?:的)?[^，。；]{0,12}(?:驱动|筛选|机器|电脑|设备|内存|磁盘|用户|客户|程序|软件|文件|崩溃|系统|补丁|块)/,
        /凡是|无一例外|几乎(?:全|都|总|从不|不会)|处处|到处/,
      ],
      held: /所有|全部|一切|任何|每|各|都/,
    },
    only: {
      said: [
        /只有.{0,12}(?:能|会|才|可)|只能|除了.{0,12}(?:没有|别无|不可能|再无)|别无|唯一(?!的第三方)|没有(?:别的|其他)(?:可能|原因|解释|驱动)/,
      ],
      held: /只有|只能|唯一|没有(?:别的|其他)|别无|仅/,
    },
    promise: {
      said: [
        /(?<!否[就便会能]?)(?:就|便|会|将|能|可以|即可)(?:能|会|可)?(?:彻底|完全)?(?:解决|修复|根治|恢复(?!为|成|到|默认|出厂)|好转|消失|稳定)|(?:不会|不再|不会再)(?:崩溃|蓝屏|出现|发生)/,
        /(?<!否)(?:还会|会再|将再|再次|再度)(?:次)?(?:崩溃|蓝屏|发生|出现)|一劳永逸|彻底(?:好|解决|消除)/,
      ],
    },
    healed: { said: [/恢复正常|彻底恢复|完好如初/] },
    compared: {
      said: [/最(?:危险|可怕|差|严重|不稳定|坏|旧|新|有害)|比.{1,12}(?:更|还|要)|更(?:危险|严重|差|糟|可疑)(?!的是)/],
    },
    counted: {
      said: [/一半|半数|大半|多次|数次|屡次|屡屡|反复|经常|频繁|常常|很多次|几十|数十|成百|上千|数千|无数|大量/],
    },
    dated: {
      said: [
        /昨天|昨晚|前天|今天|今晚|明天|上周|上个?月|上次|下周|去年|今年|最近|近期|近来|不久|以前|从前|曾经|过去/,
        /(?:几|数|多|[一二三四五六七八九十]|半|两)个?(?:秒|分钟|小时|天|日|周|星期|月|年)|(?:更新|升级|安装)(?:之|以)?后(?:就|便|才|开始)/,
      ],
    },
    known: {
      said: [
        /(?<!是否[为是有]?)已知(?:的)?(?:缺陷|问题|漏洞|错误)|臭名昭著|(?:厂商|官方|公司).{0,6}(?:已经|已|早就)(?:修复|承认|解决|发布|知道)|最新|过时|太旧|太老|老旧/,
        /(?:未|已|没有)?签名|假冒|盗版|山寨|保修|质保|赔偿|退货|违法|许可证/,
      ],
    },
    meant: { said: [/故意|蓄意|有意|恶意|存心|偷偷|窃取|偷|监视|伪装|隐瞒|欺骗|破坏者/] },
    harm: { said: [/变慢|卡顿|死机|泄漏|泄露|丢失(?:了)?(?:数据|文件)|数据丢失|感染|传播|烧毁|起火|勒索|危险|不安全/] },
    reassured: {
      said: [
        /忽略|不用担心|不必担心|无需担心|放心|没有(?:危险|风险|影响)|不要紧|没关系|无须处理|(?:完全|一切)正常|安然无恙|没有损坏/,
      ],
    },
    discredited: { said: [/(?:自己|自身|本身)的?(?:错误|问题|缺陷)|弄错|搞错|误报|判断有误|不可靠|没用|信任/] },
    bought: { said: [/(?:新|另一台|别的)(?:的)?(?:机器|电脑|服务器|硬盘|显卡|主机)|购买/] },
  },
};
