import { isNoThing, isProgramKind } from './meanings.ts';
import { nameIn } from './named-cause.ts';
import type { StopNames } from './stop-names.ts';

const MARKS = /["'`*“”‘’«»„「」『』《》【】]{1,3}/g;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}_.+&'’/-]{0,40}/gu;
const LATIN = /[A-Za-z][\w+.&-]{0,30}/g;
/** A file is told as one. */
const FILE = /\.(?:sys|exe|dll)(?!\w)/i;
/** Scripts without blanks between words, or with words that end in others. */
const UNSPACED = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;
/** What stands before or behind the name of a thing and is no part of it. */
const FILLERS =
  /最近|那个|那個|自带|自帶|[新刚剛老旧舊装裝的了就个個上着那些种種有]|新しい|古い|その|この|[のをがはにでと]|[은는이가를을의새그]|\s|\d/g;
/** What a program or a driver is called in such a script. */
const KINDS = new RegExp(
  [
    '驱动程序|驱动|驅動程式|驅動|软件|軟體|杀毒|殺毒|防毒|卫士|衛士|管家|客户端|用戶端|加速器|防火墙|防火牆|模拟器|模擬器|反作弊|助手|插件',
    'ドライバー?|ソフト(?:ウェア|ウエア)?|アプリ|ウイルス対策|ユーティリティ|드라이버|백신|프로그램|소프트웨어|유틸리티',
  ].join('|'),
  'g',
);
/** "某个驱动", "系统软件", "第三方驱动": of no maker and for no device. */
const ANY = /第三方|系统|系統|设备|設備|硬件|硬體|其[他它]|[某这這哪谁]|什么|什麼|何か|어떤|무슨/;
/** What a Chinese clause goes on with behind the name. */
const GOES_ON = /[跟和与與]|导致|導致|引起|造成|冲突|衝突|有关|有關|不兼容|不相容|[搞惹害]的/;
/** So long is a name in such a script; what is longer is a clause. */
const SHORTEST = 2;
const LONGEST = 14;
const LEAST_OF_LATIN = 4;
const MOST_WORDS = 8;

/**
 * What stands in the place of a frame is a program or a driver of somebody, as far as words can show.
 * @param isSure the frame is said of nothing but a culprit: its name need not show that it is a program
 */
export function isThing(thing: string, isSure: boolean, names: StopNames): boolean {
  const bare = thing.replace(MARKS, ' ').trim();
  if (FILE.test(bare)) {
    return false;
  }
  if (!UNSPACED.test(bare)) {
    const words = [...bare.matchAll(WORDS)].map(([word]) => word).slice(0, MOST_WORDS);
    return !(isNoThing(bare) && !isProgramKind(bare)) && nameIn(words, names) !== null;
  }
  const name = bare.split(GOES_ON)[0] || bare;
  const rest = name.replace(KINDS, '');
  const isKind = rest !== name;
  if (isKind ? ANY.test(rest) : isNoThing(name)) {
    return false;
  }
  const length = rest.replace(LATIN, '').replace(FILLERS, '').length;
  // "realtek 驱动": beside such a word a name needs no capital.
  const isLatinKind = isKind && [...rest.matchAll(LATIN)].some(([word]) => word.length >= LEAST_OF_LATIN);
  const isLatin =
    isLatinKind ||
    nameIn(
      [...rest.matchAll(LATIN)].map(([word]) => word),
      names,
    ) !== null;
  return isLatin || ((isKind || isSure) && length >= SHORTEST && length <= LONGEST);
}
