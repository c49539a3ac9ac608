import type { ToldDriverFact } from '../../facts.ts';
import { holds, UNREAL } from './owned-words.ts';
import type { Sentence } from './sentences.ts';
import { STOP_WORD } from './stop-words.ts';

const IMAGE = /(?<![\w.$\\/-])(?<image>[A-Za-z0-9][\w-]{0,78}\.sys)(?![\w-]|\.\w)/gi;
/** `hexvault!update_cache+0x1c8` in a headline. */
const SYMBOL = /(?<![\w!])(?<module>[A-Za-z]\w{1,40})![A-Za-z_]\w{2,80}/g;
/** More files than that in one sentence are a list of what is there. */
const MOST = 3;

/** What the screen says: the name of the stop, then the file; or the file under the label "What failed". */
const ON_SCREEN =
  /(?:what failed|failed|lo que falló|qué falló|o que falhou|ce qui a échoué|fehlgeschlagen|失败的操作|失败内容|失敗した内容|실패한 항목|что вызвало[^:]{0,20})["'`]{0,2} {0,2}[:：]|[A-Z]{2}(?:_| )[A-Z]{2,}\)?["'`]? ?(?:-|\(|\[|:|,|at|in|by|from|due to)|(?:\.sys)["'`]? (?:has )?(?:failed|fails)\b/;
/** Who says that it is the one, in the words of several languages. */
const BLAME = new RegExp(
  `(?:${[
    `${STOP_WORD}.{0,30}?(?:in|at|from|by|with|due to|because of|pointing (?:at|to)|related to|caused by|involving)`,
    '(?:caused|triggered|created|produced|raised) by|because of|due to|culprit|fault of|at fault|faulty|faulting|blam(?:es|ed|ing|e)|point(?:s|ed|ing)? (?:to|at|towards?)|crash(?:es|ed|ing)? (?:in|at|by|from|inside)|ends? (?:up )?(?:at|in)|offending|responsible|guilty|suspects?|leads? to|names|named|mentions|identif(?:ies|ied)|traced? (?:back )?to|is the (?:problem|cause|reason|issue)|(?:causes|causing|crashes|crashing|kills|breaks|takes down|brings down)|fail(?:ed|s|ing)|stuck in',
    'verursacht|schuld|ursache|auslöser|verantwortlich|nennt|zeigt auf|deutet auf|wegen|durch|abgestürzt in|absturz in',
    'causé|cause|coupable|responsable|à cause de|pointe (?:vers|sur)|désigne|provoqué',
    'causad[oa]|culpable|culpa|por culpa|apunta|señala|provocad[oa]|debido a|aponta|devido|culpado|responsável|responsabile|causat[oa]|colpevole|indica',
    'veroorzaakt|schuldige|oorzaak|winny|przez|spowodowan|wskazuje|způsob|viník|kvůli|neden oluyor|kaynaklı|suçlu|orsakad|gây ra|disebabkan|penyebab',
    'винова[тв]|вызван|из-за|указывает|причин|сбой в|падает в|ругается на',
    '指向|元凶|罪魁|导致|導致|引起|造成|嫌疑|定位到|原因是|出错|的问题|的問題|怪|崩溃在|责任|責任',
    '原因|のせい|が悪い|犯人|指して|特定|疑|によ[るり]|落ち',
    '원인|때문|범인|의심|지목|문제',
  ].join('|')})`,
  'iu',
);
const REMOVED =
  /(?:remov|uninstall|disabl|delet|renam|roll(?:ed|ing)? ?back|get(?:ting)? rid|deinstall|entfern|deaktivier|désinstall|supprim|désactiv|desinstal|elimin|desactiv|remov|disinstall|rimoss|удал|отключ|переимен|снес|卸载|卸載|删除|刪除|禁用|移除|停用|回滚|アンインストール|削除|無効|삭제|제거|비활성)/iu;
const CURED =
  /(?:fix|solv|cure|help|gone|no more|stable|stopp?ed|went away|since then|läuft|behoben|gelöst|weg|ruhe|résolu|réglé|disparu|plus (?:de|aucun)|solucion|arregl|resolv|desapareci|risolt|sparit|помогл|решил|исчез|пропал|больше не|перестал|解决|解決|好了|正常|没再|不再|消失|稳定|直り|治り|なくな|安定|해결|사라|없어|정상)/iu;
const DENIED =
  /\b(?:not|isn't|wasn't|no change|didn't|did not|doesn't|does not|innocent|ruled? out|nothing to do|unlikely|still|without|never|neither|instead of|nicht|kein\w{0,2}|trotzdem|weiterhin|pas|toujours|sans|tampoco|sigue|sin|não|ainda|sem|ancora|senza|nie|niet|не|всё равно|все равно|без)\b|不是|无关|無關|没用|沒用|依旧|依然|仍然|还是|排除|無関係|ではな|まだ|아니|여전히|않/iu;
const NAME = /[A-Z]{2,30}(?:[ _][A-Z]{2,30}){2,10}/g;
const CODE_OR_STOP = new RegExp(`${STOP_WORD}|0x[0-9a-f]{2,8}|[A-Z]{3,}_[A-Z_]{5,}`, 'iu');

/** The drivers that somebody names beside a stop, each with the sentence that does. One that is cleared is none. */
export function toldDrivers(sentences: readonly Sentence[]): ToldDriverFact[] {
  return sentences.flatMap((sentence, at) => {
    const { text, lines } = sentence;
    const isHeadline = at === 0;
    const images = [...text.matchAll(IMAGE)].map(({ groups }) => groups?.image ?? '');
    const modules = images.length === 0 && CODE_OR_STOP.test(text) ? [...text.matchAll(SYMBOL)] : [];
    const named = [...new Set([...images, ...modules.map(({ groups }) => groups?.module ?? '')])];
    const how = named.length === 0 || named.length > MOST ? null : howTold(text, named.length, isHeadline);
    return how === null ? [] : named.map((image) => ({ image, how, lines }));
  });
}

function howTold(text: string, count: number, isHeadline: boolean): ToldDriverFact['how'] | null {
  if (
    REMOVED.test(text) &&
    CURED.test(text) &&
    !/\b(?:didn't|did not|no change|not (?:help|fix)|nicht geholfen)\b|没用|无效/i.test(text)
  ) {
    return count === 1 ? 'removed' : 'mentioned';
  }
  // A name says "not" of what it names.
  if (DENIED.test(text.replace(NAME, ' '))) {
    return null;
  }
  if (holds(UNREAL, text)) {
    return 'mentioned';
  }
  if (count === 1 && ON_SCREEN.test(text)) {
    return 'screen';
  }
  if (count === 1 && BLAME.test(text)) {
    return 'blamed';
  }
  return count === 1 && isHeadline && CODE_OR_STOP.test(text) ? 'blamed' : 'mentioned';
}
