import { type Phrase, row } from './phrase.ts';

/** In the order in which they are looked for. */
export const ENGLISH: readonly Phrase[] = [
  row('language', /\b(?:english|chinese|mandarin)\b/),
  row(
    'same',
    /\b(?:same|similar|identical|duplicate|dup)\b.*(?:\bas\b|\bto\b|S|last|yesterday|problem|issue|crash|cause|thing|before)/,
  ),
  row(
    'same',
    /\b(?:seen?|had?|have|met|happened|occurred) (?:this|that|it|these)?.{0,25}\b(?:before|earlier|already|in the past|last week|history)\b/,
  ),
  row(
    'same',
    /\brelated to (?:the )?(?:S|last|previous|earlier|other|yesterday)|\b(?:other|any|another) (?:case|crash|dump)e?s?.{0,10}(?:like|similar)|^same|(?:as|like|than) (?:in )?S/,
  ),
  row('same', /\b(?:is|are) (?:it|this|that|these|they) (?:a )?(?:known|repeat|dup|duplicate)\b|\bsimilar\b/),
  row(
    'same',
    /\b(?:see|seen|saw|had?|have|get|got|hit) (?:this|that|it|these)(?: one| thing)?.{0,12}\blast (?:week|month|year|time)\b|\ball over again\b|S.{0,20}\bagain\b/,
  ),
  row(
    'undo',
    /\b(?:undo|undone|revert|reverted|reverting|unbootable|rollback)\b|\broll(?:ing)? (?:it |this |that |everything )?back\b|boot loop/,
  ),
  row('undo', /\b(?:get|go|come|take me) back to\b|\b(?:where|how) (?:we|it|things) (?:were|was) (?:before)?$/),
  row('undo', /\b(?:turn|switch|get|disable|stop|reset|remove|clear|deactivate)\b.{0,20}V|V.{0,12}\boff\b/),
  row(
    'undo',
    /(?:\bno(?:t|\b longer)|n'?t|cannot|never|fails? to|unable to|refuses to|stuck) .{0,12}\b(?:boot|boots|booting|start|starts|starting|comes? up|come back|up again)\b/,
  ),
  row(
    'undo',
    /\b(?:won'?t|wont|doesn'?t|doesnt|can'?t|cant|cannot|not) (?:re)?(?:boot|start)|\b(?:back to normal|restore|recover|way back|go back|put (?:it|this|that|everything|things) back)\b/,
  ),
  row(
    'undo',
    /\b(?:hangs?|stuck|freezes?|loops?|fails?|stops|black)\b.*\b(?:start ?up|boot|booting|starting|login|logon)\b/,
  ),
  row(
    'customer',
    /\b(?:tell|say|explain|reply|answer|write|draft|respond|summar\w{1,6}|wording|update|inform|mail|email|send|note|words?|something)\b.*\b(?:customers?|clients?|users?|enduser|boss|manager)\b/,
  ),
  row(
    'customer',
    /\b(?:give|need|got|any|some|couple|few|two|three)\b.*\b(?:sentences?|words|text|lines|paragraph|something|message|mail)\b.*\b(?:customers?|clients?|users?|boss|manager)\b/,
  ),
  row(
    'customer',
    /\b(?:customers?|clients?|users?|boss|manager)\b.*\bwhat (?:do|should|can|shall|could) (?:i|we) (?:say|tell|answer|reply|write)\b/,
  ),
  row(
    'customer',
    /\b(?:customers?|clients?|users?)\b.*\b(?:told|mail|email|reply|summary|answer|wording|explanation|message)\b/,
  ),
  row('not', /^(?:why|how come) (?:is |are |was )?(?:n'?t |isn'?t |not )?(?:it )?(?:not |n'?t )(?:it )?.*[DUHV]/, 'DH'),
  row('not', /^why (?:isn'?t|is not|wasn'?t|not|do(?:n'?t| not) you).*[DH]/, 'DH'),
  row('not', /[DH].*\bwhy\b.*\b(?:isn'?t|not|aren'?t|innocent)\b/, 'DH'),
  row(
    'sure',
    /\b(?:are|r|how) (?:yo)?u (?:so |really |very |quite |that |absolutely )?(?:sure|certain|confident|convinced)|\bhow (?:sure|certain|confident|likely|accurate|reliable|solid|good|probable)\b/,
  ),
  row(
    'sure',
    /\b(?:is|was) (?:it|that|this) (?:really |so |very |absolutely |for )?(?:sure|certain|reliable|accurate|confirmed|proven|100)|\bconfidence\b|\b(?:false (?:positive|alarm))\b/,
  ),
  row(
    'sure',
    /\b(?:could|can|might|may|would|what if) (?:you|this|it|that|the \w{2,12})(?: still| also| not)? (?:be|are|is)? ?(?:wrong|mistaken|a mistake|off|a coincidence)|\bprove\b.*\bwrong\b|100 ?%|\bpercent\b/,
  ),
  row(
    'sure',
    /^(?:really|sure|certain|you sure|for sure|no doubt|any doubts?)$|^(?:absolutely |really |quite )?(?:sure|certain|positive) (?:about|of|that|it)\b/,
  ),
  row('sure', /\b(?:how much|can i|can we|should i|should we) (?:do (?:i|we) |really )?trust\b/),
  row('sure', /\bprobability\b|\bodds\b|\b(?:room|reasons?|cause|any|much) (?:for|to|of)? ?doubts?\b/),
  row(
    'sure',
    /\b(?:chances?|odds|likelihood|probability|possible|possibility|risk)\b.*\b(?:wrong|mistake|mistaken|right|correct|coincidence)\b/,
  ),
  row(
    'sure',
    /\b(?:bet|wager|rely|count) (?:much )?(?:you )?(?:on|your)?\b|\bhow much\b.*\bbet\b|\b(?:right|correct) or wrong\b|\bhow (?:strong|weak|firm)\b/,
  ),
  row(
    'sure',
    /\b(?:just )?(?:guess|guessing|speculation|hunch)\b|\b(?:is|was) (?:this|that|it) (?:true|correct|right)\b|\bdouble ?check/,
  ),
  row(
    'analyze',
    /\bwhy\b.*Z|Z.*\b(?:why|blames?|blaming|says?|said|points?|names?|shows?|accuses?|suspects?|tells?|thinks?|different|another|instead|disagrees?|wrong)\b/,
    'D',
  ),
  row(
    'analyze',
    /\b(?:agree|disagree|differ|differs|match|matches|contradict|same|different|odds)\b.*Z|\bwho\b.*Z/,
    'D',
  ),
  row(
    'not',
    /\b(?:could|can|can'?t|couldn'?t|might|may|wouldn'?t|would|should|shouldn'?t|must)(?: n'?t| not)? (?:it|this|that|not|the)?\b.*[DH]/,
    'DH',
  ),
  row(
    'not',
    /^(?:no|nope|nah|wrong|but|actually|i (?:think|believe|bet|guess|suspect|say|would|still)|i'?d|maybe|perhaps|(?:i'?m )?(?:pretty|quite|fairly) sure)\b.*[DH]/,
    'DH',
  ),
  row(
    'not',
    /\b(?:isn'?t|isnt|is not|aren'?t|ain'?t|wasn'?t|not) .*[DH]|[DH] (?:is|looks|seems) (?:not|the one|guilty|suspicious|to blame|at fault|the)/,
    'DH',
  ),
  row(
    'not',
    /\b(?:what|how) about [^A-Z]{0,12}[DH]|\b(?:rule|ruled|ruling)\b.*[DH]|\b(?:exclude|excluded|clear|cleared|dismiss|innocent|acquit|ignore)\b.*[DH]/,
    'DH',
  ),
  row(
    'not',
    /^(?:is|was|are|did|does|has|do) .{0,40}[DH].{0,12}\b(?:involved|guilty|innocent|blame|problem|issue|cause|causing|culprit|suspect|ok|fault|responsible|related|bug|part|matter|play)/,
    'DH',
  ),
  row('not', /\b(?:surely|obviously|clearly|has to|got to)\b[^A-Z]{0,20}[DH]/, 'DH'),
  row('not', /^(?:is|was) (?:it|this|that)\b[^A-Z]{0,30}[DH]|^(?:bad|faulty|broken|dead|dying) H/, 'DH'),
  row(
    'not',
    /^(?!why|what|how|who|where|which).{0,40}\b(?:thinks?|says?|said|claims?|insists?|suspects?|blames?|believes?|told me|convinced|swears?)\b[^A-Z]{0,30}[DH]/,
    'DH',
  ),
  row(
    'not',
    /^(?:and |or |so )?(?:the )?[DH],? (?:maybe|perhaps|then|instead|too|as well|possibly|rather|also)\b|\b(?:not|rather than|instead of) (?:the )?[DH]/,
    'DH',
  ),
  row(
    'not',
    /\b(?:against|innocent|alibi|off the hook)\b.*[DH]|[DH].*\b(?:off the hook|innocent|excluded|ruled out|cleared|fine|not involved)\b/,
    'DH',
  ),
  row('driver', /^(?:is|was) (?:the )?D (?:a|an|from|by|made|part|one of)\b/, 'D'),
  row('not', /[DH].*\b(?:could|can|might|may)\b.*\b(?:caus\w{1,4}|it|reason|explain)\b/, 'DH'),
  row(
    'line',
    /\b(?:which|what|show|quote|cite|the|exact) (?:me )?(?:of (?:the|these|those|my) )?(?:the )?(?:exact )?lines?\b(?! is)|\blines? (?:number|no)\b|^lines?$|\bquote\b|\bcite\b|\bwhich part\b/,
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
  row('why', /\bback (?:it|this|that) up\b|\bg[ai]ves? (?:it|him|them) away\b/),
  row(
    'need',
    /\b(?:needs?|needed|missing|collect|gather|capture|provide|require|lack|lacking)\b|\b(?:do|would) you want\b/,
  ),
  row('need', /\b(?:which|what) (?:other |more |further |debugger )?commands?\b|\brun (?:next|now)\b/),
  row(
    'need',
    /\b(?:anything|something|what) (?:else|more)\b.*\b(?:run|send|need|get|from|do|want)\b|\b(?:should|do|can|must|shall) i (?:also )?(?:run|send|paste|get|type|attach|upload|post)\b/,
  ),
  row(
    'first',
    /\bwhat (?:first|now|next|then)\b|^(?:so |and )?(?:what|now what)$|\bnext steps?\b|\b(?:should|do|can|must|to|could) (?:i|we|they|you)? ?do\b(?!.*\bmean\b)|\baction plan\b/,
  ),
  row(
    'first',
    /\bhow (?:do|can|to|should|would|could)\b.*\b(?:fix|fixed|solve|resolve|resolved|repair|rid|remove|uninstall|stop|prevent|mitigate|work|update|disable|handle|proceed|start|cure)\b/,
  ),
  row(
    'first',
    /\b(?:recommend|recommended|recommendations?|workaround|suggestions?|advice|solution|the fix|plan)\b|^(?:fix|steps|actions?)$/,
  ),
  row('first', /\bhow\b.*\b(?:get|make|keep|bring)\b.*\b(?:stable|running|working|going|up|healthy|usable)\b/),
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
    /^why\b|^how come\b|^because\b|\bhow (?:did|do|can|could) (?:yo)?u (?:come|know|get|conclude|find|figure|tell|reach|see|arrive|decide|say)\b|\bexplain (?:why|this|that|it|the verdict)\b/,
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
  row('not', /^(?:and |or |so |what |hm+ )?(?:the )?[DH](?: [a-z]{1,10})?\?$/, 'DH'),
  row('subject', /^(?:and |so )?[ACKTV]\?$/),
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
