import type { Language } from '../language/text.ts';

/** Whole words, in any case of letters; `behind`: what has to follow them. Alternatives stand apart by a comma and a blank. */
function anyOf(alternatives: string, { isGlobal = false, behind = '' } = {}): RegExp {
  const list = alternatives.trim().replace(/\s+/g, ' ').split(', ').join('|');
  return new RegExp(`\\b(?:${list})\\b${behind}`, isGlobal ? 'gi' : 'i');
}

/** Words that do more than tell: what a sentence claims with them has to be in what it cites. All patterns are linear. */
export interface LoadedWords {
  /** Makes a claim surer than any rule said. */
  readonly strengthens: RegExp;
  /** Before it: then it weakens (`does not prove`). */
  readonly weakened: RegExp;
  /** Says who is at fault. */
  readonly blames: RegExp;
  /** Says that somebody is not, or is less likely to be. */
  readonly denies: RegExp;
  readonly negates: RegExp;
  /** Says it as a guess: where nobody is accused, no other blame may be. */
  readonly hedges: RegExp;
  /** Something is to be done to the machine: only what a cited step says. By what is done. */
  readonly acts: Readonly<Record<string, RegExp>>;
  /** What no words about a crash are for: places to go to, versions, secrets, money. */
  readonly never: Readonly<Record<string, RegExp>>;
  /** Whose word it is, where somebody else is blamed by it. */
  readonly reports: RegExp;
  /** Who may be named without a name. By who is meant. */
  readonly parties: Readonly<Record<string, RegExp>>;
  readonly confidence: Readonly<Record<'high' | 'medium' | 'low', RegExp>>;
}

const ENGLISH: LoadedWords = {
  strengthens: anyOf(
    String.raw`prov(?:e|es|ed|en|ing), proof, certain(?:ly|ty)?, definite(?:ly)?, undoubted(?:ly)?, doubtless,
      unquestionabl[ey], undeniabl[ey], indisputabl[ey], conclusive(?:ly)?, guarantee[ds]?, absolute(?:ly)?,
      surely, clearly, obvious(?:ly)?, evidently, always, invariably, inevitabl[ey], confirm(?:s|ed|ing)?,
      confirmation, must have, must be, (?:no|without|beyond|any) (?:a |any |reasonable )?(?:doubt|question),
      hundred per ?cent, smoking, solely, guilty`,
    { isGlobal: true },
  ),
  weakened: anyOf(
    String.raw`not, no, cannot, never, nor, without, yet, hardly, short of, rather than, far from, instead of, need to, to,
      until, would, could, might, will, may, can, either, whether, if, should, isn't, doesn't, don't, can't,
      won't, didn't`,
    { behind: String.raw`[^.,;:]{0,24}$` },
  ),
  blames: anyOf(
    String.raw`culprit, blame[ds]?, blaming, guilty, responsible, responsibility, at fault, caus(?:e|es|ed|ing),
      suspect(?:s|ed)?, offender, offending, perpetrator, origin(?:ates?|ated)?, points? (?:to|at|towards?),
      accus(?:e|es|ed|ing), root, behind (?:this|the) (?:crash|stop|failure|problem), broke, to thank`,
  ),
  denies: anyOf(
    String.raw`innocent, cleared, exonerat(?:e|es|ed|ing), exculpat\w{0,6}, unlikely, acquit(?:s|ted)?, blameless,
      harmless, bystander, victim, unrelated, uninvolved, misleading, false alarm, ruled out, rather than, instead
      of, less likely, not (?:to blame|the (?:cause|culprit|one|suspect|reason|offender|problem)|responsible|at
      fault|guilty|involved), (?:nothing|no fault|no part|no role) (?:wrong|to do|of|in|with), wrong(?:ly)? (?:to
      )?(?:blame|accus|suspect|nam)\w{0,4}`,
  ),
  negates: /\b(?:no|not|none|nobody|nothing|never|neither|nor|cannot)\b|n['’]t\b/i,
  hedges: anyOf(String.raw`lead, leads, candidate, may, might, could, possib(?:le|ly), perhaps, worth, looks? like`),
  acts: {
    remove: anyOf(
      String.raw`uninstall(?:s|ed|ing|ation)?, remov(?:e|es|ed|ing|al), delet(?:e|es|ed|ing|ion), wip(?:e|es|ed|ing),
      eras(?:e|es|ed|ing), purg(?:e|es|ed|ing), tak(?:e|es|ing) (?:(?:it|them|the [a-z]{1,20}(?: [a-z]{1,20})?)
      )?out, (?:run|runs|running) without`,
    ),
    update: anyOf(
      String.raw`updat(?:e|es|ed|ing), upgrad(?:e|es|ed|ing), install(?:s|ing|ation)?, reinstall(?:s|ing)?, patch(?:es|ing)?,
      download(?:s|ing)?, hotfix(?:es)?, roll(?:ing)? back, rollback, downgrad(?:e|es|ing), flash(?:es|ing)?,
      new(?:er)? (?:firmware|version|driver), another version`,
    ),
    disable: anyOf(
      String.raw`disabl(?:e|es|ing), turn(?:ing)? off, switch(?:ing)? off, unbind(?:s|ing)?, unload(?:s|ing)?,
      deactivat(?:e|es|ing), stop(?:ping)? the service`,
    ),
    replace: anyOf(String.raw`replac(?:e|es|ing), swap(?:s|ping)?, exchang(?:e|ing)`),
    wipe: anyOf(
      String.raw`reformat(?:s|ting)?, format(?:ting)? (?:the|your|a), reimag(?:e|ing), restor(?:e|ing) (?:the|your) (?:machine|system|backup)`,
    ),
    restart: anyOf(String.raw`reset(?:s|ting)?, reboot(?:ing)?, restart(?:ing)?`),
  },
  never: {
    version: /\bversions? (?:number )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/i,
    visit: anyOf(
      String.raw`click(?:s|ing)?, visit(?:s|ing)?, browse, website, web ?site, hyperlink, url, e ?mails?, phone, telephone,
      whatsapp, password, credentials?, log ?in, sign ?in, payment, pay, invoice, contact (?:us|me), call
      (?:us|me|this number)`,
    ),
  },
  reports: /\b(?:debugger|analysis)\b|\{C\d{1,4}\}/i,
  parties: {
    hardware: anyOf(
      String.raw`(?:faulty|failing|defective|broken|bad|dying) (?:hardware|memory|ram|disk|drive|processor|card|machine),
      hardware (?:fault|failure|error|problem|issue|defect)s?, hardware (?:is|was)
      (?:faulty|failing|broken|defective|bad|at fault|to blame|the),
      (?:cause|caused|blame|points?|due|fault|lies?) \w{0,6} ?(?:to|by|is|the|of|on|in|with)? ?(?:the )?hardware,
      memory (?:modules?|sticks?), motherboard, overheat\w{0,4}, power supply, overclock\w{0,4}`,
    ),
    malware: anyOf(
      String.raw`malware, virus(?:es)?, rootkit, ransomware, trojan, spyware, hack(?:er|ers|ed)?, attack(?:er|ers|ed)?,
      intrusion, compromised`,
    ),
    drivers: anyOf(
      String.raw`(?:caused|triggered|provoked|raised|made) by (?:a|the|some|another|one|bad|faulty|third) ?(?:[a-z]{2,12} )?drivers?,
      (?:fault|mistake|bug) of (?:a|the|some) (?:[a-z]{2,12} )?drivers?`,
    ),
    windows: anyOf(
      String.raw`(?:bug|fault|defect|error|mistake|problem|flaw)s? (?:is |lies |)(?:in|of|by|with) (?:windows|the
      (?:kernel|operating system)), (?:windows|operating system|kernel) (?:itself )?(?:bug|is (?:broken|faulty|to
      blame|at fault|the (?:culprit|cause))|caused|is responsible), caused by (?:windows|the (?:kernel|operating
      system))`,
    ),
    firmware: anyOf(String.raw`firmware, bios, hypervisor`),
    people: anyOf(
      String.raw`administrator, employee, operator, user error, the user (?:did|installed|caused), careless\w{0,4},
      sabotage\w{0,2}, incompeten\w{0,4}, negligen\w{0,4}`,
    ),
    security: anyOf(String.raw`anti ?virus, security (?:product|software|suite), firewall`),
    vpn: /\bvpn\b/i,
    display: anyOf(String.raw`(?:graphics|display|video) (?:driver|card)`),
    sound: anyOf(String.raw`(?:audio|sound) (?:driver|card)`),
    network: anyOf(String.raw`(?:wireless|network) (?:driver|adapter|card)`),
    printing: /\bprinter driver\b/i,
    games: /\banti ?cheat\b/i,
  },
  confidence: {
    high: /\b(?:high|great|strong|full|very much) confidence\b|\bconfidence (?:is|of) (?:this \w{1,20} )?(?:very )?high\b|\b(?:highly|very|fully) confident\b/i,
    medium: anyOf(String.raw`(?:medium|moderate) confidence, confidence is (?:medium|moderate)`),
    low: /\blow confidence\b|\bconfidence is low\b/i,
  },
};

const CHINESE: LoadedWords = {
  strengthens:
    /肯定|一定(?!程度)|必定|必然|必将|毫无疑问|无疑|确凿|确定无疑|证明|证实|确认|百分之百|百分百|铁证|实锤|绝对|显然|显而易见|毋庸置疑|千真万确|板上钉钉|唯一可能|只可能是|注定|当然是|总是|永远|从不/g,
  weakened:
    /(?:不|没|未|无法|尚|难以|并非|还需|需要|有待|进一步|才能|以便|用来|来|能否|是否|待|可|请|再|先|若要|要|为了|如能|一旦|在)[^，。；：]{0,8}$/,
  blames:
    /元凶|罪魁|祸首|责任|负责|归咎|归因|导致|造成|引起|引发|嫌疑|可疑|怀疑|肇事|根源|根因|指向|问题出在|出在|凶手|祸根|是原因|的原因/,
  denies:
    /无辜|清白|无关|排除(?:了)?嫌疑|不太可能|不大可能|可能性(?:较|很|更)?(?:小|低)|并非|不是(?:由)?(?:原因|元凶|罪魁|祸首|问题|它|导致|造成)?|而不是|并不(?:是|负责|涉及)|受害者|旁观者|误判|误报|冤枉|洗清|没有责任|没有问题/,
  negates: /不|没|并非|而非|未|无(?!线)/,
  hedges: /可能|也许|或许|线索|尚|值得|怀疑/,
  acts: {
    remove: /卸载|删除|移除|移出|清除|抹掉|清空|不加载/,
    update: /更新|升级|新固件|新版|换用|安装|重装|打补丁|补丁|下载|回滚|回退|刷写|刷新固件|降级/,
    disable: /禁用|停用|关闭|解除绑定|解绑|卸下/,
    replace: /更换|替换|换掉|换成/,
    wipe: /格式化|还原系统|恢复出厂|重做系统|重装系统/,
    restart: /重置|重启|重新启动/,
  },
  never: {
    version: /第[一二三四五六七八九十百]{1,5}版|版本(?:号)?[一二三四五六七八九十百]{1,5}/,
    visit:
      /点击|访问(?:网站|网页|页面|以下|下面|我们)|网站|网址|链接|邮箱|电话|密码|口令|登录|付款|支付|转账|扫码|二维码|微信|联系我/,
  },
  reports: /调试器|分析|\{C\d{1,4}\}/,
  parties: {
    hardware: /硬件|内存条|主板|过热|供电|电源故障|超频|坏道|散热/,
    malware: /病毒|木马|恶意软件|恶意程序|勒索|黑客|入侵|攻击/,
    drivers: /(?:由|是)[^，。{]{0,6}驱动(?:程序)?(?:所)?(?:触发|造成|导致|引起|引发)|驱动的(?:问题|错|锅|责任)/,
    windows:
      /Windows 自身|Windows 本身|系统自身|操作系统自身|Windows 的(?:缺陷|错误|漏洞)|内核(?:自身)?的?(?:缺陷|漏洞)|微软/,
    firmware: /固件|BIOS|UEFI|虚拟机监控/,
    people: /管理员|员工|用户误操作|人为破坏|操作不当|失职|疏忽/,
    security: /杀毒|防病毒|安全软件|防火墙/,
    display: /显卡/,
    sound: /声卡/,
    network: /无线网卡|网卡驱动/,
    printing: /打印机/,
    games: /反作弊/,
    makers:
      /金山|腾讯|奇虎|火绒|瑞星|卡巴斯基|诺顿|迈克菲|英伟达|英特尔|联想|戴尔|惠普|华硕|华为|深信服|奇安信|绿盟|赛门铁克|思科|三星|苹果|谷歌|迅雷|百度|阿里|网易|超威|高通|博通|瑞昱|罗技|雷蛇/,
  },
  confidence: {
    high: /置信度(?:为|是|很|较)?“?(?:很|较)?高|高置信度|把握(?:很|较)?大|高度(?:可信|确信)/,
    medium: /置信度(?:为|是)?“?(?:中)|中等?置信度/,
    low: /置信度(?:为|是|较|很)?“?(?:较|很)?低|低置信度|把握(?:不|较)(?:大|小)/,
  },
};

export const LOADED_WORDS: Readonly<Record<Language, LoadedWords>> = { en: ENGLISH, zh: CHINESE };
