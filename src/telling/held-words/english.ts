import type { HeldWords } from './held-words.ts';

export const ENGLISH: Readonly<Record<string, HeldWords>> = {
  all: {
    said: [
      /\b(?:all|both)(?: of)?(?: the| your| my| our| its| these| those)?(?: [a-z-]{2,20}){0,3} (?:drivers|filters|machines|computers|devices|disks)\b/i,
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
      /\b(?:nobody|none|no one|nothing) (?:but|else|other|except)\b(?! (?:may|can) run)|\bno other\b|\bexclusively\b/i,
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
      /\bcures?\b|\bonce and for all\b|\bpermanent(?:ly)?\b|\bfor ?ever\b/i,
      /\b(?:fix|solv|cur|end|mend|repair)e?s (?:the|this|that|it)\b|\bfor good\b|\bwithout (?:any |further |more )?(?:trouble|problems?|crashes)\b/i,
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
      /\b(?:two|both|several|different|other) (?:of (?:the|these) )?(?:machines|computers|systems|laptops|servers)\b/i,
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
      /\b(?:vendor|maker|manufacturer|company) (?:already|has|knows|ships?|offers?|released?|confirmed|recommends?|promise[sd]?)\b/i,
      /\b(?:in)?compatib(?:le|ility|ly)\b|\bconflict(?:s|ed|ing)?\b|\b(?:un)?supported\b|\bdoes not support\b|\bnot (?:tested|made|meant) (?:on|for|with)\b/i,
      /\b(?:known|common|typical|famous|notorious) (?:bugs?|issues?|problems?|defects?|faults?|flaws?)\b|\bnotorious\b|(?<!\b(?:bring|keep)\b.{0,25})\bup to date\b/i,
      /\bout (?:of )?date\b|\bobsolete\b|\btoo (?:old|new)\b|\b(?:latest|newest)\b|\b(?:un)?signed\b|\bfake\b|\bcounterfeit\b|\bpirated\b/i,
      /\b(?:already|has|have|had|been|is|was) (?:[a-z]{1,9} )?(?:fixed|repaired|corrected|resolved|mended|admitted|acknowledged|recalled|withdrawn|certified|tested)\b/i,
      /\b(?:warranty|warranties|licen[cs]e|lawsuit|liab(?:le|ility)|illegal|guaranteed|compensation|refund)\b/i,
    ],
  },
  meant: {
    said: [
      /\b(?:forgot|forgotten|forgets|on purpose|deliberate(?:ly)?|intentional(?:ly)?|wilful(?:ly)?|malicious(?:ly)?|secret(?:ly)?)\b/i,
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
      /\b(?:ignor(?:e|es|ed|ing)|skip(?:s|ped|ping)?|face value|no need to (?:look|check|test|search)|worr(?:y|ies|ied|ying)|nothing to|no action)\b/i,
      /\bno (?:danger|harm|risk|side effects?|cause for|need for)\b/i,
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
    said: [/\b(?:new|another|different|other) (?:machine|computer|laptop|server|disk|drive|card|processor)\b|\bbuy\b/i],
  },
};
