import { ANOTHER_WAY, GOING_ON } from './meant.ts';
import { type Phrase, row } from './phrase.ts';

/** What has one meaning; in the order in which it is looked for. */
export const SURER: readonly Phrase[] = [
  row(
    'why',
    /^says who$|^how's that$|\bwhat do you mean\b(?! (?:by|with)\b)|\belaborate\b|^(?:please )?explain(?: please)?$|\bbecause of what$|\bfor what reason\b/,
    'D',
  ),
  ...[...GOING_ON, ...ANOTHER_WAY].map((sign) => row('first', sign)),
  row(
    'first',
    /^(?:(?:can|could|should|shall|may) (?:i|we|they) )?(?:just |simply |so )?(?:uninstall|remove|delete|disable) (?:it|this|that|D)\?$/,
    'D',
  ),
  row('why', /^(?:and |so |but )?(?:(?:what|how) about |what(?:'s| is) (?:up )?with )?N$/),
  row(
    'driver',
    /\b(?:who|which (?:company|vendor)) (?:makes|made|wrote|writes|owns|ships|sells|publishes|develops|signed)\b.{0,6}\b(?:this|that|the|it)\b(?: (?:driver|module|file|product|software))?$/,
  ),
  row(
    'driver',
    /\bwhose (?:driver |module )?is (?:it|this|that)\b|\bwhat (?:is|'s|does|kind of \w{2,10} is) (?:this|that) (?:driver|module|file)\b(?! doing)/,
    'D',
  ),
  row('driver', /\b(?:vendor|maker|manufacturer|publisher|owner) of (?:this|that|the) (?:driver|module|file)\b/, 'D'),
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
  row('same', /^S .{0,16}\b(?:too|also|as well)\b|^(?:also|too) .{0,12}S$|^S,? (?:too|as well)\??$/),
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
    'undo',
    /\b(?:get|put|bring|have) (?:it|that|this|them|everything|things|(?:the|my|our|his|their) \w{2,12}) back\b/,
  ),
  row(
    'first',
    /\b(?:safe|ok|okay|fine|risky|dangerous|enough|useful|helpful|worth it|necessary) (?:to|if (?:i|we|they)) (?:just |simply |only )?(?:uninstall|remove|delete|disable|reinstall|reboot|restart)\b/,
    'D',
  ),
  row(
    'first',
    /\b(?:should|do|can|must|shall|could|may) (?:i|we|they) (?:just |simply |better )?(?:uninstall|remove|delete|disable|unload) (?:the )?(?:driver )?D/,
    'D',
  ),
  row(
    'first',
    /\b(?:should|do|can|must|shall|could|may) (?:i|we|they) (?:need to |have to |also )?(?:just |simply |better |only )?(?:reboot|restart|reinstall|re-?image|wipe)\b/,
  ),
  row(
    'first',
    /\b(?:uninstall|remov|delet|disabl|reinstall|reboot|restart)\w{0,5}\b[^?]{0,30}\b(?:safe|helps?|useful|enough|needed|necessary|(?:fix|solve) (?:it|this)|worth it|make sense)\b/,
    'D',
  ),
  row('customer', /\bcustomer-(?:friendly|ready|facing)\b|\b(?:write|draft|compose)\b.*\b(?:e?mail|message|reply)$/),
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
    /\bwhat (?:do|should|can|shall|could) (?:i|we) (?:say|tell|answer|reply|write|respond)(?: (?:to )?(?:them|him|her))?$/,
  ),
  row(
    'customer',
    /\b(?:customers?|clients?|users?|boss|manager)\b.*\bwhat (?:do|should|can|shall|could) (?:i|we) (?:say|tell|answer|reply|write)\b/,
  ),
  row(
    'customer',
    /\b(?:customers?|clients?|users?)\b.*\b(?:told|mail|email|reply|summary|answer|wording|explanation|message)\b/,
  ),
  row('first', /\b(?:newer|latest|updated|new) (?:version|driver|build|release)\b|\bwhere\b.*\bdownload\b/),
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
    /^(?:really|sure|certain|positive|you sure|for sure|no doubt|any doubts?)$|^(?:you )?(?:absolutely |really |quite )?(?:sure|certain|positive) (?:about|of|that|it)\b/,
  ),
  row('sure', /\bchange (?:your|the|that|this) (?:mind|verdict|conclusion|opinion)\b|\b(?:overturn|refute|disprove)/),
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
  row('not', /[DH](?: is|'s| are)? (?:fine|ok|okay|good|clean|healthy|intact)(?: then)?\?$/, 'DH'),
  row('not', /\b(?:swap|replace|exchange|change|test) (?:the |his |their )?H/, 'H'),
  row('driver', /^(?:is|was) (?:the )?D (?:a|an|from|by|made|part|one of)\b/, 'D'),
  row('not', /[DH].*\b(?:could|can|might|may)\b.*\b(?:caus\w{1,4}|it|reason|explain)\b/, 'DH'),
];
