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
    'undo',
    /\b(?:undo|undone|revert|reverted|reverting|unbootable|rollback)\b|\broll(?:ing)? (?:it |this |that |everything )?back\b|boot loop/,
  ),
  row('undo', /\b(?:turn|switch|get|disable|stop|reset|remove|clear|deactivate)\b.{0,20}V|V.{0,12}\boff\b/),
  row(
    'undo',
    /(?:\bno(?:t|\b longer)|n'?t|cannot|never|fails? to|unable to|refuses to|stuck) .{0,12}\b(?:boot|boots|booting|start|starts|starting|come up|up again)\b/,
  ),
  row(
    'undo',
    /\b(?:won'?t|wont|doesn'?t|doesnt|can'?t|cant|cannot|not) (?:re)?(?:boot|start)|\b(?:back to normal|restore|recover|way back)\b/,
  ),
  row(
    'customer',
    /\b(?:tell|say|explain|reply|answer|write|draft|respond|summar\w{1,6}|wording|update|inform|mail|email|send|note|words?|something)\b.*\b(?:customers?|clients?|users?|enduser)\b/,
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
    /^(?:really|sure|certain|you sure|for sure|no doubt|any doubts?)$|\b(?:how much|can i|can we|should i|should we) (?:do (?:i|we) |(?:really )?)?trust\b|\bprobability\b|\bjust (?:a )?guess|\bodds\b/,
  ),
  row(
    'analyze',
    /\bwhy\b.*Z|Z.*\b(?:why|blames?|says?|said|points?|names?|shows?|accuses?|suspects?|tells?|thinks?|different|another|instead)\b/,
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
  row(
    'not',
    /^(?:is|was) (?:it|this|that)\b[^A-Z]{0,30}[DH]|^(?:bad|faulty|broken|dead|dying) H|^(?:or )?(?:maybe )?(?:the )?[DH]$/,
    'DH',
  ),
  row(
    'line',
    /\b(?:which|what|show|quote|cite|the|exact) (?:me )?(?:the )?(?:exact )?lines?\b(?! of)|\blines? (?:number|no)\b|^lines?$|\bquote\b|\bcite\b|\bwhich part\b/,
  ),
  row(
    'line',
    /\bwhere (?:does|do|did|is|was|in|can|exactly|'s)\b.*\b(?:say|says|see|seen|that|it|this|find|come|from|written|dump|paste|output|D)\b|^where(?: exactly)?$|\bshow me (?:where|D)/,
    'D',
  ),
  row(
    'why',
    /\b(?:points?|pointing) (?:to|at)\b|\bevidence\b|\bproof\b|\bmakes? you\b|\bbased on\b|\breasons?\b|\breasoning\b/,
    'D',
  ),
  row(
    'need',
    /\b(?:need|missing|collect|gather|capture|provide|require|want|lack)\b.*\b(?:from me|from us|next|more|else|info|information|logs?|dump|data|files?|full|kernel|you|i)?\b/,
  ),
  row('need', /\b(?:which|what) (?:other |more |further |debugger )?commands?\b|\brun (?:next|now)\b/),
  row(
    'need',
    /\b(?:anything|something|what) else\b.*\b(?:run|send|need|get|from)\b|\bwhat (?:should|do|can) i (?:run|send|paste|get|type)\b/,
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
  row('first', /\bwhere (?:do|should|can|to) .{0,6}\b(?:start|begin)\b|\b(?:start|begin) with\b/),
  row(
    'driver',
    /\b(?:who|whose|which (?:vendor|company)|what (?:vendor|version|company|product))\b.*D|D.*\b(?:version|vendor|maker|made by|from|for)\b|\bversion\b.*D/,
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
];
