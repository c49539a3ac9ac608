import { anyOf } from './any-of.ts';
import type { LoadedWords } from './loaded-words.ts';

/** What a driver may have done wrong. */
const DEEDS =
  `hands handed gave passes passed sent supplies supplied wrote overwrites overwrote overran corrupts corrupted damages damaged
  destroys destroyed frees freed releases released broke leaks leaked`.split(/\s+/);

export const ENGLISH: LoadedWords = {
  strengthens: anyOf(
    `prov(?:e|es|ed|en|ing), proof, certain(?:ly|ty)?, definite(?:ly)?, undoubted(?:ly)?, doubtless,
      unquestionabl[ey], undeniabl[ey], indisputabl[ey], conclusive(?:ly)?, guarantee[ds]?, absolute(?:ly)?,
      surely, clearly, obvious(?:ly)?, evidently, always, invariably, inevitabl[ey], confirm(?:s|ed|ing)?,
      confirmation, must have, must be, (?:no|without|beyond|any) (?:a |any |reasonable )?(?:doubt|question),
      hundred per ?cent, smoking, solely, guilty`,
    { isGlobal: true },
  ),
  weakened: anyOf(
    `not, no, cannot, never, nor, without, yet, hardly, short of, rather than, far from, instead of, need to, to,
      until, would, could, might, will, may, can, either, whether, if, should, isn't, doesn't, don't, can't,
      won't, didn't`,
    { behind: '[^.,;:]{0,24}$' },
  ),
  blames: anyOf(
    `culprit, blame[ds]?, blaming, guilty, responsible, responsibility, at fault, caus(?:e|es|ed|ing),
      suspect(?:s|ed)?, offender, offending, perpetrator, origin(?:ates?|ated)?, points? (?:to|at|towards?),
      accus(?:e|es|ed|ing), root, behind (?:this|the) (?:crash|stop|failure|problem), broke, to thank, conflict(?:s|ed|ing)?, clash(?:es|ed|ing)?, incompatib(?:le|ility)`,
  ),
  joins:
    /\{D\d{1,4}\},? (?:and|or|as well as|together with|along with|with) \{D\d{1,4}\}|\b(?:between|both) \{D\d{1,4}\} and\b|\balong with \{D/i,
  deeds: new RegExp(`(?<who>\\{D\\d{1,4}\\})(?: (?!not\\b)[a-z]{2,12}){0,2} (?<deed>${DEEDS.join('|')})\\b`, 'gi'),
  denies: anyOf(
    String.raw`innocent, cleared, exonerat(?:e|es|ed|ing), exculpat\w{0,6}, unlikely, acquit(?:s|ted)?, blameless,
      harmless, bystander, off the hook, victim, misled, by chance, by accident, only happened to, (?:looks?|be) different, unrelated, uninvolved, misleading, false alarm, ruled out, rather than, instead
      of, less likely, not (?:to blame|the (?:cause|culprit|one|suspect|reason|offender|problem)|responsible|at
      fault|guilty|involved), (?:nothing|no fault|no part|no role) (?:wrong|to do|of|in|with), wrong(?:ly)? (?:to
      )?(?:blame|accus|suspect|nam)\w{0,4}`,
  ),
  negates: /\b(?:no|not|none|nobody|nothing|never|neither|nor|cannot)\b|n['’]t\b/i,
  hedges: anyOf('lead, leads, candidate, may, might, could, possib(?:le|ly), perhaps, worth, looks? like'),
  forbids: /\b(?:do not|don't|never|not|rather than|instead of|without)(?: [a-z]{2,12}){0,2} $/i,
  acts: {
    remove: anyOf(
      `uninstall(?:s|ed|ing|ation)?, remov(?:e|es|ed|ing|al), delet(?:e|es|ed|ing|ion), (?<!(?:been|was|were) )wip(?:e|es|ed|ing),
      eras(?:e|es|ed|ing), purg(?:e|es|ed|ing), tak(?:e|es|ing) (?:(?:it|them|the [a-z]{1,20}(?: [a-z]{1,20})?)
      )?out, (?:run|runs|running) without`,
    ),
    update: anyOf(
      `updat(?:e|es|ed|ing), upgrad(?:e|es|ed|ing), install(?:s|ing|ation)?, reinstall(?:s|ing)?, patch(?:es|ing)?,
      download(?:s|ing)?, hotfix(?:es)?, roll(?:ing)? back, rollback, downgrad(?:e|es|ing), flash(?:es|ing)?,
      new(?:er)? (?:firmware|version|driver), another version`,
    ),
    disable: anyOf(
      `disabl(?:e|es|ing), turn(?:ing)? off, switch(?:ing)? off, unbind(?:s|ing)?, unload(?:s|ing)?,
      deactivat(?:e|es|ing), stop(?:ping)? the service, (?:run|runs|running) without`,
    ),
    replace: anyOf('replac(?:e|es|ing), swap(?:s|ping)?, exchang(?:e|ing)'),
    wipe: anyOf(
      'reformat(?:s|ting)?, format(?:ting)? (?:the|your|a), reimag(?:e|ing), restor(?:e|ing) (?:the|your) (?:machine|system|backup)',
    ),
    backup: anyOf('back(?:ing)? up, backups?'),
    restart: anyOf('reset(?:s|ting)?, reboot(?:ing)?, restart(?:ing)?'),
  },
  never: {
    version: /\bversions? (?:number )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i,
    visit: anyOf(
      `click(?:s|ing)?, visit(?:s|ing)?, browse, website, web ?site, hyperlink, url, e ?mails?, phone, telephone,
      whatsapp, password, credentials?, log ?in, sign ?in, payment, pay, invoice, contact (?:us|me), call
      (?:us|me|this number)`,
    ),
  },
  reports: /\b(?:debugger|analysis)\b|\{C\d{1,4}\}/i,
  parties: {
    hardware: anyOf(
      String.raw`(?:faulty|failing|defective|broken|bad|dying) (?:hardware|processor|card|machine),
      memory,\s?processor or device, hardware (?:fault|failure|error|problem|issue|defect)s?, hardware (?:is|was)
      (?:faulty|failing|broken|defective|bad|at fault|to blame|the),
      (?:cause|caused|blame|points?|due|fault|lies?) \w{0,6} ?(?:to|by|is|the|of|on|in|with)? ?(?:the )?hardware`,
    ),
    memory: anyOf(
      'memory (?:modules?|sticks?|errors?), (?:test|testing) the memory, (?:failing|faulty|bad|broken|dying|defective|flaky) (?:memory|ram)',
    ),
    disk: anyOf('(?:faulty|failing|defective|broken|bad|dying|damaged|slow) (?:disk|drive), disk, cable, battery'),
    board: anyOf('motherboard, mainboard'),
    power: anyOf(String.raw`overheat\w{0,4}, heat, power supply, lacks power, overclock\w{0,4}`),
    malware: anyOf(
      `malware, virus(?:es)?, rootkit, ransomware, trojan, spyware, hack(?:er|ers|ed)?, attack(?:er|ers|ed)?,
      intrusion, compromised`,
    ),
    drivers: anyOf(
      `(?:caused|triggered|provoked|raised|made) by (?:a|the|some|another|one|bad|faulty|third) ?(?:[a-z]{2,12} )?drivers?,
      (?:fault|mistake|bug) of (?:a|the|some) (?:[a-z]{2,12} )?drivers?`,
    ),
    windows: anyOf(
      `(?:bug|fault|defect|error|mistake|problem|flaw)s? (?:is |lies |)(?:in|of|by|with) (?:windows|the
      (?:kernel|operating system)), (?:windows|operating system|kernel) (?:itself )?(?:bug|is (?:broken|faulty|to
      blame|at fault|the (?:culprit|cause))|caused|is responsible), caused by (?:windows|the (?:kernel|operating
      system)), (?:received|got|given|handed|passed|obtained) (?:[a-z]{1,9} ){0,4}(?:from|by) windows`,
    ),
    firmware: anyOf('firmware, bios, hypervisor'),
    people: anyOf(
      String.raw`(?:the|a) (?:user|customer|owner) (?:was|had|tried|opened|clicked|pressed|used|plugged), administrator, employee, operator, user error, the user (?:did|installed|caused), careless\w{0,4},
      sabotage\w{0,2}, incompeten\w{0,4}, negligen\w{0,4}`,
    ),
    security: anyOf('anti ?virus, security (?:product|software|suite), firewall'),
    vpn: /\bvpn\b/i,
    display: anyOf('(?:graphics|display|video) (?:driver|card)'),
    sound: anyOf('(?:audio|sound) (?:driver|card)'),
    network: anyOf('(?:wireless|network) (?:driver|adapter|card)'),
    printing: /\bprinter driver\b/i,
    games: /\banti ?cheat\b/i,
    programs: anyOf('games?, browsers?, video players?'),
  },
  confidence: {
    high: /\b(?:high|great|strong|full|very much) confidence\b|\bconfidence (?:is|of) (?:this \w{1,20} )?(?:very )?high\b|\b(?:highly|very|fully) confident\b/i,
    medium: anyOf('(?:medium|moderate) confidence, confidence is (?:medium|moderate)'),
    low: /\blow confidence\b|\bconfidence is low\b/i,
  },
};
