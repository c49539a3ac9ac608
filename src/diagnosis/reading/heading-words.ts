/**
 * What people call a dump and a machine, in the languages they write in: parts of patterns for text in small letters. A
 * pattern that folds case itself takes several times as long to compile, one with `u` a third of a second. An inflected word
 * is given by its stem where its endings are many.
 */
export const DUMP = [
  '(?:mini|memory |crash |kernel )?dumps?(?: file)?|crash(?:es)?|bsods?|blue ?screens?|bug',
  '转储(?:文件)?|蓝屏|崩溃|轉儲|藍屏|傾印|当机|死机',
  'absturz(?:es)?|abst[üu]rze|speicherabbild',
  'plantages?|vidages?|[ée]crans? bleus?',
  'volcados?|pantallazos?|pantalla azul|cuelgues?|tela azul|despejos?|falhas?|schermat[ae] blu|arrest[oi]',
  'дамп[а-яё]{0,3}|падени[а-яё]{1,3}|краш[а-яё]{0,3}|син[а-яё]{2,3} экран[а-яё]{0,3}',
  '(?:クラッシュ)?ダンプ(?:ファイル)?|クラッシュ|ブルースクリーン|덤프|크래시|블루 ?스크린',
].join('|');

export const MACHINE = [
  'machine|pc|computer|laptop|notebook|desktop|workstation|server|host|vm|guest|box',
  '机器|电脑|计算机|主机|服务器|笔记本|虚拟机|電腦|伺服器|機器|主機|筆電',
  'rechners?|maschine|ordinateur|poste|equipo|ordenador|m[áa]quina|servidor|macchina',
  'машин[а-яё]{0,3}|компьютер[а-яё]{0,3}|пк|сервер[а-яё]{0,3}|ноутбук[а-яё]{0,3}',
  'マシン|パソコン|端末|サーバー?|컴퓨터|머신|서버|노트북',
].join('|');

/** `first` … `fourth` in the order of the numbers. */
const ORDINALS: readonly string[] = [
  'first|1st|erste[rsnm]?|premi(?:er|[èe]re)|primer[oa]?|primeir[oa]|prim[oa]|перв(?:ый|ая|ое|ого|ой)|第?[1一](?:つ|台|個|回)目の|첫 ?번째',
  'second[aeo]?|2nd|zweite[rsnm]?|deuxi[èe]me|segund[oa]|втор(?:ой|ая|ое|ого)|第?[2二](?:つ|台|個|回)目の|두 ?번째',
  'third|3rd|dritte[rsnm]?|troisi[èe]me|tercer[oa]?|terceir[oa]|terz[oa]|трет(?:ий|ья|ье|ьего)|第?[3三](?:つ|台|個|回)目の|세 ?번째',
  'fourth|4th|vierte[rsnm]?|quatri[èe]me|cuart[oa]|quart[oa]|четв[её]рт(?:ый|ая|ое|ого)|第?[4四](?:つ|台|個|回)目の|네 ?번째',
];
export const ORDINAL = ORDINALS.join('|');
const EACH = ORDINALS.map((words) => new RegExp(`^(?:${words})$`));

/** @returns 1 for `first`, `erster`, `первый`; null for what is no ordinal. Asked in small letters. */
export function ordinalNumber(word: string): number | null {
  const at = EACH.findIndex((pattern) => pattern.test(word));
  return at === -1 ? null : at + 1;
}

/** Words that say "not the one above". */
export const OTHER = [
  'another|(?:the )?(?:fifth|5th|other|next)|a different|one more|a new',
  '(?:noch )?ein(?:e[nrs]?)? (?:weitere[rns]?|andere[rns]?)|noch eine?n?|(?:auf|von|vom|an|am|zum|der|die|das|dem) (?:andere[nrms]?|n[äa]chste[nrms]?|weitere[nrms]?)|andere[rns]?|weitere[rns]?',
  "(?:une? )?autre|l'autre|un[ao]? (?:otr[oa]|nuev[oa])|otr[oa]|(?:um|uma)? ?outr[oa]|(?:un|un')? ?altr[oa]",
  'друг(?:ой|ая|ого|ом|ую|ие)|ещ[её] один|следующ(?:ий|ая|его)',
  '(?:別|他|次|もう(?:一|1)(?:つ|台))の|다른|또 ?다른',
].join('|');
