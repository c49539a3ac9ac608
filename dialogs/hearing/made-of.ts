/** Texts that are made of words of a list and of nothing else, in whatever order people put them. */

/** A pattern for each of some words (with `, ` between them), the longer ones first; letters beside an English one make it another word. */
export function anyOf(english: readonly string[], chinese: readonly string[] = []): RegExp {
  const longestFirst = (words: readonly string[]) =>
    words
      .flatMap((line) => line.split(', '))
      .sort((a, b) => b.length - a.length)
      .join('|');
  const parts = [
    ...(english.length > 0 ? [`(?<![a-z])(?:${longestFirst(english)})(?![a-z])`] : []),
    ...(chinese.length > 0 ? [longestFirst(chinese)] : []),
  ];
  return new RegExp(parts.join('|'), 'giu');
}

/** Words that only carry what is asked: who takes one of them away has said the same. */
export const CARRIERS: readonly RegExp[] = [
  anyOf(
    [
      "please, pls, plz, kindly, can, could, would, will, you, u, we, us, me, let, let's, lets, the, a, an",
      'this, that, it, its, case, ticket, one, for, of, on, to, now, just, so, then, ok, okay, hey, hi',
      'thanks, thx, asap, right now, quickly, go ahead and, go ahead',
    ],
    [
      '麻烦, 请, 帮我, 帮忙, 帮, 给我, 给, 我们, 我, 你, 您, 一下, 下, 吧, 啊, 呀, 哈, 哦, 啦, 了, 呗, 这个, 这, 那就, 该, 的, 案例, 案件, 工单, 单子',
      '这个单, 这单, 此单, 该单, 本单, case, 先, 把, 将, 就, 现在, 马上, 谢谢, 好',
    ],
  ),
];

/** How people ask to be given something. */
export const WANTING: readonly RegExp[] = [
  anyOf(
    [
      'give, gimme, send, get, see, show, make, do, write, write up, generate, create, prepare, pull up',
      "bring up, pull, want, need, have, like, i, i'd, may, quick, out, up, again, in, as, with, by",
    ],
    ['发, 出, 来, 写, 做, 弄, 整, 生成, 准备, 要, 想要, 想, 看看, 看, 一份, 一个, 一封, 份, 个, 封, 调, 出来'],
  ),
];

const LONGEST = 120;
const A_WORD = /[\p{L}\p{N}?？]/u;

/** Whether a text holds the core, and beside it nothing but words of the lists. A question mark is a word too. */
export function isMadeOf(text: string, core: RegExp, ...beside: readonly RegExp[]): boolean {
  if (text.length > LONGEST || text.includes('\n')) {
    return false;
  }
  const around = text.replace(core, ' ');
  return around !== text && !A_WORD.test(beside.reduce((rest, words) => rest.replace(words, ' '), around));
}
