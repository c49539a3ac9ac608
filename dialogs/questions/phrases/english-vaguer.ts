import { type Phrase, row } from './phrase.ts';

/** What may have another meaning, or stands within a longer phrase; in the order in which it is looked for. */
export const VAGUER: readonly Phrase[] = [
  row(
    'line',
    /\b(?:which|what|show|quote|cite|the|exact) (?:me )?(?:of (?:the|these|those|my) )?(?:the )?(?:exact )?lines?\b(?! is)|\blines? (?:number|no)\b|^lines?$|\bquote\b|\bcite\b|\bwhich part\b/,
  ),
  row(
    'line',
    /\b(?:which|what) (?:row|output|place|bit|part|section)\b(?!.*\b(?:send|paste|need|run)\b)|\b(?:which|what) command\b.*\b(?:says?|shows?|from)\b|\blines? number\b/,
  ),
  row(
    'line',
    /\bwhere (?:does|do|did|is|was|in|can|exactly|'s)\b.*\b(?:say|says|see|seen|that|it|this|find|come|from|written|dump|paste|output|D)\b|^where(?: exactly)?$|\bshow me (?:where|D)/,
    'D',
  ),
  row(
    'why',
    /\b(?:points?|pointing) (?:to|at)\b|\bevidence\b|\bproof\b|\b(?:makes?|convinc\w{1,3}|persuad\w{1,3}) you\b|\b(?:led|leads?|brings?|brought) you\b|\bbased on\b|\breasons?\b|\breasoning\b/,
    'D',
  ),
  row('why', /\bback (?:it|this|that) up\b|\bg[ai]ves? (?:it|him|them) away\b|\bgiveaway\b/),
  row(
    'need',
    /\b(?:needs?|needed|missing|collect|gather|capture|provide|require|lack|lacking)\b|\b(?:do|would) you want\b/,
  ),
  row(
    'need',
    /^(?:is|are|was|would|do|does|have) .*\benough\b|\benough (?:info|data|information|output)\b|\b(?:sufficient|suffices?)\b/,
  ),
  row('need', /\bwant to see\b/),
  row('line', /^where(?:'d| did| do) you (?:get|see|find|read|have)\b/),
  row('need', /\b(?:which|what) (?:other |more |further |debugger )?commands?\b|\brun (?:next|now)\b/),
  row(
    'need',
    /\b(?:anything|something|what) (?:else|more)\b.*\b(?:run|send|need|get|from|do|want)\b|\b(?:should|do|can|must|shall) i (?:also )?(?:run|rerun|send|paste|get|type|attach|upload|post)\b/,
  ),
  row(
    'first',
    /\bwhat(?: is|'s)? (?:first|now|next|then)\b|^(?:so |and )?(?:what|now what)$|\bnext steps?\b|\b(?:should|do|can|must|to|could) (?:i|we|they|you)? ?do\b(?!.*\bmean\b)|\baction plan\b/,
  ),
  row(
    'first',
    /\bhow (?:do|can|to|should|would|could)\b.*\b(?:fix|fixed|solve|resolve|resolved|repair|rid|remove|uninstall|stop|prevent|mitigate|work|update|disable|handle|proceed|start|cure)\b/,
  ),
  row(
    'first',
    /\b(?:recommend|recommended|recommendations?|workaround|suggestions?|advice|solution|the fix|plan)\b|^(?:fix|steps|actions?)$/,
  ),
  row('first', /^(?:and )?(?:now|then)\?$/),
  row('first', /\bhow\b.*\b(?:get|make|keep|bring)\b.*\b(?:stable|running|working|going|up|healthy|usable)\b/),
  row(
    'first',
    /\b(?:should|do|can|must|shall|could) (?:i|we|they) (?:just |simply |better )?(?:update|upgrade|remove|uninstall|delete|disable|replace|reinstall|wait|patch)\b/,
  ),
  row('first', /\bwhat if\b.*(?:\b(?:cannot|unable|not|no|gone|refuses|never|fails?)\b|n't\b)/),
  row('first', /\bwhere (?:do|should|can|to) .{0,6}\b(?:start|begin)\b|\b(?:start|begin) with\b/),
  row(
    'first',
    /\b(?:the|a|any|your) plan\b|\bget (?:rid|past|around)\b|\bhow (?:do|can|to|should|would)\b.*\b(?:avoid|get rid|around|forward|continue|go on)\b/,
  ),
  row(
    'first',
    /\b(?:what|which) (?:is|are|would be)\b.*\b(?:steps?|actions?|fix|options?|plan|way forward|quickest|fastest|best)\b|\b(?:quick|temporary|temp) fix\b/,
  ),
  row(
    'driver',
    /\b(?:who|whose|which (?:vendor|company)|what (?:vendor|version|company|product))\b.*D|D.*\b(?:version|vendor|maker|made by|from|for)\b|\bversion\b.*D/,
    'D',
  ),
  row(
    'driver',
    /\b(?:what|which) (?:product|program|software|app|company|tool|hardware|device)\b.*D|D.*\b(?:belongs? to|comes? from|product|part of|made)\b/,
    'D',
  ),
  row(
    'subject',
    /\b(?:what|whats|what's|meaning|mean|means|define|definition|explain|stand|stands|about|purpose|refer)\b.*[ACKTVZD]|[ACKTVZD].*\b(?:mean|means|meaning|for|stand|what)\b/,
  ),
  row(
    'why',
    /^why\b|^how come\b|^because\b|\bhow(?:'d| did| do| can| could) (?:yo)?u (?:come|know|get|conclude|find|figure|tell|reach|see|arrive|decide|say)\b|\bexplain (?:why|this|that|it|the verdict)\b/,
    'D',
  ),
  row(
    'why',
    /\b(?:who|which driver|which module|what driver|what)\b.*\b(?:culprit|blame|cause|caused|causes|causing|suspect|fault|responsible|root cause|guilty|crashed|happened|behind)\b/,
  ),
  row('why', /\bwhich (?:driver|module|one)\b/),
  row('why', /\b(?:root cause|culprit|verdict|conclusion|bottom line|suspect|diagnosis)\b/, 'D'),
  row(
    'why',
    /\b(?:led|leads?|made|brings?|brought) you\b|\b(?:on|what|which) (?:grounds|basis)\b|\b(?:rationale|justify|justification|logic|clues?|hints?|indications?|signs?)\b/,
    'D',
  ),
  row(
    'why',
    /\b(?:walk|talk|take) me through\b|\bhow so\b|\bwhat (?:gives|supports|speaks|tells|shows|indicates|suggests)\b|\bsummar\w{1,6}|\btl ?dr\b/,
    'D',
  ),
  row('not', /^(?:and |or |so |what |hm+ )?(?:the )?[DH](?: [a-z]{1,10}){0,2}\?$/, 'DH'),
  row('subject', /^(?:and |so )?[ACKTV](?: ?= ?[0-9a-fx]{1,18})?\?$/),
  row('first', /\bfirst\b|\bwhat to\b|\bhow to\b/),
  row('sure', /\b(?:sure|certain)$|\b\d{1,3} ?%/),
  row('not', /^(?:is|was|are|did|does|has|do|would|and|or) .{0,40}D/, 'D'),
  row('why', /\bwhy\b/, 'D'),
  row('line', /\blines?\b|\bwhere\b/, 'D'),
  row('why', /\bhow (?:did )?(?:yo)?u (?:landed?|got|came|ended|settled?)\b|\bsmoking gun\b|\bdo(?:ing)? wrong\b/, 'D'),
  row('sure', /\bfinal (?:answer|verdict|word)\b|\b(?:mistaken|wrong)$/),
  row('first', /\b(?:suggest|advise)\b|\bwhat\b.*\btry\b/),
  row('need', /\b(?:which|what) (?:dump|logs?|files?|output|data)\b/),
  row('customer', /\b(?:phrase|word|put) (?:this|that|it)\b.*\b(?:customers?|clients?|users?)\b/),
  row('subject', /\bwtf\b.*[ACKTVZD]/),
];
