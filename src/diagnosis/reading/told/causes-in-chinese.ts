/** What a program or a driver of somebody is called: "Realtek 网卡驱动", "火绒安全软件", "VMware Workstation". */
const KIND = '驱动|驅動|软件|軟體|杀毒|防毒|卫士|管家|客户端|用戶端|加速器|防火墙|防火牆|模拟器|反作弊|助手|插件';
const LATIN = '[A-Za-z][\\w+&-]{1,30}(?: [A-Za-z0-9][\\w+-]{0,20}){0,3}';
/** "某个驱动", "系统软件": of no maker and for no device. */
const ANY =
  '某|这个|那个|這個|那個|第三方|系统|系統|设备|設備|硬件|硬體|其他|其它|什么|什麼|哪个|哪個|有|个|個|的|些|种|新';
const OF_KIND = `(?:${LATIN} ?(?:[\\u4e00-\\u9fff]{1,6}?)?|(?:(?!${ANY})[\\u4e00-\\u9fff]){2,6}?)(?:${KIND})`;
const PROPER = '[A-Z][\\w+&-]{1,30}(?: [A-Z0-9][\\w+-]{0,20}){0,3}';
/** A file is told as one. */
const THING = ` ?(?![\\w-]{1,60}\\.(?:sys|exe|dll))(?:${OF_KIND}|${PROPER}(?!\\.(?:sys|exe|dll)))`;

const DOES = '(?:引起|导致|導致|造成|引发|引發|触发|觸發|惹)';
const GUESS = '怀疑|懷疑|估计|估計|感觉|感覺|可能|大概|应该|應該|八成|多半|猜测|猜測|觉得|覺得|疑似';
const FOUND = '罪魁祸首|罪魁禍首|元凶|凶手|原因|根源|问题|問題|查出|查到|查明|发现|發現|定位|确认|確認|分析';
const IS = '(?:就|还|還)?(?:是|在于|在於|出在|到|跟|和|与|與|为|為|由|由于|由於|因为|因為)?';

const GUESSED = new RegExp(`(?:${GUESS})(?:说|說)?${IS}(?:最近|新|刚|剛)?(?:装的|裝的)?${THING}`);
const IS_FOUND = new RegExp(
  `(?:${FOUND}).{0,4}?(?:就|还|還)?(?:是|在于|在於|出在|到)(?:最近|新|刚|剛)?(?:装的|裝的)?${THING}`,
);
const IS_DONE = new RegExp(`${THING}.{0,8}?${DOES}`);
const DENIED = /不是|并非|並非|不一定|没有|沒有|排除|无关|無關|不像|不会|不會/;
const ASKED = /是不是|会不会|會不會|有没有可能|难道|難道/;
const ANY_GUESS = new RegExp(GUESS);

/**
 * What a clause in Chinese says of a program or a driver that it names by no file: that it was it, or that somebody takes it
 * for it; null where it denies, asks or names none.
 */
export function saidInChinese(clause: string): 'blamed' | 'suspected' | null {
  if (!mayBlameInChinese(clause) || DENIED.test(clause) || ASKED.test(clause)) {
    return null;
  }
  if (GUESSED.test(clause)) {
    return 'suspected';
  }
  const isBlamed = IS_FOUND.test(clause) || IS_DONE.test(clause);
  return isBlamed ? (ANY_GUESS.test(clause) ? 'suspected' : 'blamed') : null;
}

const SIGNS = new RegExp(`${GUESS}|${FOUND}|${DOES}`);

/** The cheap look before it. */
export function mayBlameInChinese(text: string): boolean {
  return SIGNS.test(text);
}
