/**
 * Words by which people tell of their own machine, and those by which texts speak of blue screens in general. No list is
 * whole; several signs together decide (`owned.ts`).
 */

function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}'])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** Scripts that put no blanks between words. */
function signs(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?:${alternatives.join('|')})`, 'iu');
}

/** Whose machine it is. */
export const OWNERS: readonly RegExp[] = [
  words(
    "my|mine|our|ours|we|we've|us|i|i'm|i've|im|ive|me|someone's|customers?|customer's|clients?|client's|colleague\\S{0,2}|users?|reporters?|neighbou?r|friend\\S{0,2}|son|wife|dad",
    'mein\\w{0,2}|unser\\w{0,2}|ich|wir|mir|uns|kund\\w{1,4}|kolleg\\w{1,3}',
    "mon|ma|mes|notre|nos|je|j'ai|nous|moi|client\\w{0,2}|collègue",
    'mi|mis|nuestr[oa]s?|yo|me|nos|cliente\\w?|usuario',
    'meus?|minhas?|nosso|nossa|eu|estou|tenho',
    'mio|mia|miei|nostr[oa]|ho|noi',
    'mijn|onze|ons|ik|wij',
    'mój|moja|mojego|moim|mam|nam|mnie',
    'мо[йяеюё]\\S{0,2}|моего|меня|мне|наш\\S{0,2}|нас|нам|мы|я|клиент\\S{0,3}|пользовател\\S{0,3}',
    'min|mitt|mina|jag|vår',
    'benim|bende|bilgisayarım\\S{0,3}|laptopum\\S{0,3}',
    'můj|moje|mám|mi',
    'tôi|mình|máy|em',
    'saya|laptopku|komputer',
  ),
  signs('我|咱|俺|客户|客戶|同事|用户|公司|本机|本機|这台|這台|家里'),
  signs('私|僕|俺|うち|自分|当方|弊社|お客|知人|友人'),
  signs('저희|제 |제가|저는|저의|내 |우리|고객|집에|집컴|회사'),
];

/** A machine; with a stop beside it somebody's. */
export const MACHINES: readonly RegExp[] = [
  words(
    'pcs?|laptops?|notebooks?|computers?|desktops?|workstations?|servers?|machines?|vms?|guests?|hosts?|tablets?|box|rig|systems?|domain controllers?',
    'rechner\\w{0,2}|computer\\w{0,2}|ordinateurs?|portable|equipos?|ordenador(?:es)?|computador(?:a|es)?|portátil|servidor|notebook|macchina|komputer\\w{0,2}|laptop\\w{0,3}|serwer\\w{0,2}|bilgisayar\\S{0,6}|počítač\\S{0,2}|dator\\w{0,2}',
    'компьютер\\S{0,3}|комп\\S{0,2}|ноут\\S{0,6}|пк|сервер\\S{0,2}|машин\\S{1,3}',
  ),
  signs('电脑|電腦|计算机|主机|笔记本|笔电|筆電|服务器|伺服器|机器|虚拟机|台式机'),
  signs('パソコン|PC(?=[ぁ-んァ-ン])|ノート(?:PC)?|サーバー?|マシン'),
  signs('컴퓨터|노트북|서버|피시|피씨|데스크탑'),
];

/** It happened: the machine, the screen or the tool did something at some time. */
export const EVENTS: readonly RegExp[] = [
  words(
    'crash(?:ed|es|ing)|died|dies|stopp(?:ed|ing)|reboot(?:s|ed|ing)?|restart(?:s|ed|ing)?|froze|freezes|hangs|hung|went down|goes down|bluescreen(?:s|ed|ing)|bsod(?:s|ed|ing)|took down|takes down',
    'got|gets?|getting|gave|gives|shows?|showed|shown|showing|displayed|says|said|say|appear(?:s|ed)|came|comes|happen(?:s|ed|ing)|hit|hits|hitting|had|having|keeps?|kept|received?|throws|threw|ended|ends|greeted|report(?:s|ed)|occurr(?:ed|s)|experienc(?:ed|ing)|facing|seeing|saw|fails|carries|lands|left|opened|reads|began|started|tells',
    'since|after|whenever|every|each time|today|yesterday|tonight|last night|last week|this morning|again|random(?:ly)?|constant(?:ly)?|frequent(?:ly)?|daily|on (?:boot|startup|shutdown|wake|resume)|at (?:boot|startup|log-?on|login)|suddenly|during|while|help|pls|plz',
    'heute|gestern|seit\\w{0,3}|nach|beim|immer|wieder|ständig|plötzlich|nachdem|sobald|abgestürzt|stürzt|bekomm\\w{1,3}|kommt|kam|zeigt\\w?|meldet\\w?|erscheint|hängt|startet|hilfe',
    "aujourd'hui|hier|depuis|après|chaque|plante\\w?|planté|redémarr\\w{1,4}|affiche|apparaît|obtiens|reçois|aide",
    'hoy|ayer|desde|después|cada|aparece|apareció|reinici\\w{1,4}|sale|salió|tuve|recibo|muestra|ayuda|da|dio|cuando|tras',
    'hoje|ontem|depois|após|sempre|aparece\\w?|apareceu|reinicia\\w?|trava\\w?|deu|recebo|mostra|ajuda|quando|ao',
    'oggi|ieri|dopo|ogni|appare|riavvia|mostra|aiuto|quando',
    'vandaag|gisteren|sinds|na|steeds|telkens|krijg|geeft|hulp|crasht',
    'dzisiaj|wczoraj|od|po|ciągle|często|pojawia|wyskakuje|restartuje|pomocy|podczas|przy',
    'сегодня|вчера|после|при|каждый|постоянно|часто|вылетает|вылетел\\S?|выпадает|появляется|появился|перезагружа\\S{1,4}|выдаёт|выдает|помогите|упал\\S?|падает|во время|начал\\S{0,3}',
    'idag|igår|efter|varje|får|visar|hjälp',
    'bugün|dün|sonra|sürekli|alıyorum|veriyor|çıkıyor|yardım|hatası|kapanıyor|oluyor',
    'dnes|včera|po|stále|pořád|padá|hlásí|pomoc|při',
    'bị|khi|sau|liên tục|lỗi|giúp',
    'setelah|saat|terus|sering|muncul|tolong|selalu',
  ),
  signs(
    '今天|昨天|昨晚|刚刚|剛剛|最近|经常|經常|频繁|頻繁|老是|总是|又|每次|突然|之后|之後|以后|以後|后|後|时|時|了|出现|出現|提示|显示|顯示|报|報|求|一直|反复|重启|重啟|凌晨|死机|當機|宕机|开机|開機|打开|玩',
  ),
  signs(
    'ました|ます|ている|てる|れる|する|した|落ちた|落ちる|出た|出る|なる|なった|今日|昨日|後|たび|頻発|発生|表示|突然|困|お願い|ください',
  ),
  signs(
    '떴|뜨|뜬|뜹|나와|나옴|났|나타|발생|생겨|생김|걸려|걸림|오늘|어제|후에?|때마다|계속|자꾸|갑자기|도와|부탁|했|됩|돼|되',
  ),
];

/** A text that explains, lists, asks about or sells: nobody's machine stopped. */
export const GENERAL: readonly RegExp[] = [
  words(
    'what (?:does|do|is|are|was) (?:an? |the |this )?(?!wrong|causing|going|happening)|how (?:do|does|can|should|would|could|to) (?:i |we |you |one |people |it )?(?:read|interpret|understand|decode|debug|analy[sz]e|tell|trigger|force|provoke|simulate|fix|troubleshoot|solve|find)',
    'meaning of|mean\\?|means that|difference between|explain(?:s|ed|ing)?|explanation|definition|stands? for|learn(?:ing)?|tutorials?|guides?|cheat ?sheets?|lists? of|tables? of|overview|usually|typically|generally|in general|in theory|normally|questions? (?:about|on|of|regarding)|interview|exam|course|lecture|curious|wonder(?:ing)?|same as|such as|e\\.g|most common|commonly|top \\d+|in principle|hypothetical\\w{0,2}|suppose|imagine',
    'this (?:bug ?check|stop code|error)? ?indicates|has a value of|bug ?check indicates|occurs when|is (?:raised|issued|generated|thrown) (?:when|if|by)',
    'was (?:bedeutet|heißt|ist)|wie (?:liest|lese|interpretiert|behebt|kann man)|bedeutung|übersicht|liste (?:der|aller)|anleitung|unterschied zwischen|grundsätzlich|allgemein|üblicherweise|erklärung',
    "que (?:signifie|veut dire)|qu'est-ce que|comment (?:lire|interpréter|résoudre|corriger)|signification|liste (?:des|de)|tutoriel|en général|différence entre",
    'qué (?:significa|es|son)|que significa|cómo (?:leer|interpretar|solucionar|arreglar)|significado|lista de|tutorial|en general|guía|diferencia entre',
    'o que (?:significa|é|são)|como (?:ler|interpretar|resolver|corrigir)|significado|guia|em geral|diferença entre',
    'cosa (?:significa|è)|come (?:leggere|interpretare|risolvere)|elenco|guida|in generale',
    'wat (?:betekent|is)|hoe (?:lees|los)|lijst van|betekenis|co (?:oznacza|to jest)|jak (?:czytać|naprawić)|lista (?:kodów|błędów)',
    'что (?:означает|значит|такое)|как (?:читать|расшифровать|исправить|понять)|список|значени[ея]|справочник|расшифровка|разница между|обычно',
    'ne demek|nedir|anlamı|listesi|nasıl (?:çözülür|okunur)|co znamená|jak opravit|là gì|cách (?:sửa|khắc phục)|apa arti|cara mengatasi',
  ),
  signs(
    '本文|文章|介绍|介紹|解决方法|解決方法|教你|什么意思|是什么(?!原因|问题|情况|驱动)|是甚麼|含义|含義|大全|一览|汇总|教程|如何(?:解读|理解|看懂|分析)|怎么(?:看懂|解读|理解)|区别|列表|对照表|百科|通常|一般(?:是|由)|常见(?:的)?(?:蓝屏|代码|错误)|解释一下|原理',
  ),
  signs('とは|の意味|意味を|一覧|解説|読み方|違い|対処法|まとめ|一般に|通常'),
  signs('뜻|의미|이란|목록|정리|차이|해결 ?방법|읽는 ?법|일반적으로|보통'),
];

/** What a maker repaired, or says may happen: a list of changes, a warning. */
export const RELEASES: readonly RegExp[] = [
  words(
    'fix(?:ed|es)|resolve[sd]|address(?:ed|es)|correct(?:ed|s)|no longer|prevents?|mitigat(?:ed|es)|change ?log|release notes|known (?:issues?|problems?)|bug fixes|hotfix|kb\\d{6,7} (?:fixes|addresses|resolves)|confirm(?:s|ed)|acknowledge[sd]|warns|according to|some users|many users|affected|rolled out|workaround for',
    'behoben|behebt|korrigiert|bekannte probleme|änderungen|corrigé\\w{0,2}|corrige|correction|problèmes connus|corregid[oa]|corrige|se corrigió|problemas conocidos|corrigid[oa]|correção|corrett[oa]|risolt[oa]|opgelost|naprawiono|poprawiono|исправлен\\S{0,2}|исправляет|известные проблемы|устранен\\S{0,2}|düzeltildi|opraveno|đã sửa|diperbaiki',
  ),
  signs(
    '修复了|修復了|已修复|修正了|更新日志|发行说明|已知问题|不再|解决了.{0,12}(?:问题|蓝屏)|修正|修正しました|既知の問題|更新履歴|수정됨|수정했|수정되|알려진 문제|변경 ?사항',
  ),
];

/** The stop is only thought of. */
export const UNREAL: readonly RegExp[] = [
  words(
    'if (?:you|your|the|a|one|it|this|that|there|any|windows|someone|users?)|should you|when you (?:see|get)|you (?:may|might|will|could|can|should)|may|might|could|would|can (?:cause|lead|result|produce|trigger|bug|be)|will (?:cause|bug|result|be|get|stop|crash)|leads? to|results? in|cause of|causes of|deliberately|on purpose|intentional(?:ly)?|simulat\\w{1,4}|expected to',
    'wenn (?:sie|man|ein|der|das|die)|falls|könnte\\w?|würde\\w?|si (?:vous|un|le|la)|pourrait|si (?:usted|aparece|ves)|podría|puede (?:causar|provocar)|se (?:você|aparecer)|poderia|pode (?:causar|provocar)|если (?:вы|у вас|появ)|может',
  ),
  signs('如果|假如|不能排除|是否|若出现|可能会|可能导致|会导致|場合は|可能性|かもしれ|경우|수 있|수도'),
];

/** It did not stop, or stops no more. */
export const DENIED: readonly RegExp[] = [
  words(
    'no (?:more )?(?:bsods?|blue ?-?screens?|bug ?checks?|crash(?:es)?|stop (?:code|error)s?)|never (?:had|seen|got|saw)|without (?:a |any )?(?:bsod|blue ?screen|bug ?check|crash)|not a (?:bsod|blue ?screen|bug ?check)|should (?:bug|cause|raise|issue)',
    'kein(?:e|en)? (?:bluescreen|absturz)\\w{0,2}|sans écran bleu|pas d.écran bleu|sin pantalla|sem tela|без синего',
  ),
  signs('没有蓝屏|無藍屏|没蓝屏|不会蓝屏|不再蓝屏|(?:블루 ?스크린|블스).{0,6}(?:없이|없음|없습니다|안 ?뜸)'),
];

/** Somebody wants to sell. */
export const SALES: readonly RegExp[] = [
  words(
    'free trial|download (?:now|here|it|the)|buy|% off|one click|full version|licen[sc]e key|repair tool|pc cleaner|driver updater|in (?:5|five|\\d+) (?:minutes|steps|easy)|subscribe|sponsored|try it|coupon|best software|our (?:product|software|tool) (?:fixes|repairs|finds)|jetzt herunterladen|kostenlos\\w{0,2}|télécharge[rz]|descarg(?:a|ue|ar)|baixe|скачать|купить',
  ),
  signs('立即下载|一键修复|免费下载|点击下载|优惠|正版|ダウンロードはこちら|無料|다운로드|무료'),
];

export function holds(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
