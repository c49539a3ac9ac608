import type { CrashRef } from './asked.ts';

const ORDINALS: Readonly<Record<string, number>> = {
  ...{ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, '1st': 1, '2nd': 2, '3rd': 3, '4th': 4, '5th': 5 },
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};

const WHICH: readonly RegExp[] = [
  /(?:(?:in|for|of|on|about) )?(?:the )?(?<ordinal>first|second|third|fourth|fifth|last|latest|[1-5](?:st|nd|rd|th)) (?:one|dump|crash|bluescreen|bugcheck)/iu,
  /(?:(?:in|for|of|on|about) )?(?:the )?(?:dump|crash) ?#?(?<number>[1-9]\d{0,2})(?!\d)/iu,
  /(?:(?:in|for|of|on|about) )?(?:the )?(?<code>0x[0-9a-f]{1,8}) (?:one|dump|crash)(?![a-z])/iu,
  /(?:in|for) (?:the )?(?<within>0x[0-9a-f]{1,8})(?![0-9a-f])/iu,
  /第(?<sign>[一二三四五六七八九1-9])(?:个|次|份)(?:转储|崩溃|蓝屏|dump|的)?(?!参数)/iu,
  /^(?:and |so |but )?(?:(?:what|how) about |what(?:'s| is) (?:up )?with )?the (?<other>other) (?:one|dump|crash|bluescreen)s?$/iu,
  /^那?么?(?<another>(?:另外?|其他|其它)(?:的|一|那)?(?:个|份|次)?)(?:转储|崩溃|蓝屏|dump)(?=呢|怎|咋|为|是|什么|啥|$)/iu,
  /最后(?<end>一)(?:个|次|份)(?:转储|崩溃|蓝屏|dump|的)?/iu,
  /(?<coded>0x[0-9a-f]{1,8}) ?(?:那个|那次|那份|这个|这次)(?:转储|崩溃|蓝屏|dump|的)?/iu,
];

/** Which of several crashes a question names by its place or its stop code, and what stands around it. */
export function readPlace(
  text: string,
): { readonly crash: CrashRef; readonly before: string; readonly behind: string } | null {
  for (const pattern of WHICH) {
    const found = pattern.exec(text);
    if (found) {
      const [before, behind] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
      return { crash: refOf(found.groups ?? {}), before, behind };
    }
  }
  return null;
}

function refOf({
  other,
  another,
  ordinal,
  number,
  code,
  within,
  sign,
  end,
  coded,
}: Record<string, string | undefined>): CrashRef {
  if (other !== undefined || another !== undefined) {
    return { kind: 'other' };
  }
  const stop = code ?? within ?? coded;
  if (stop !== undefined) {
    return { kind: 'code', code: stop.toLowerCase() };
  }
  if (end !== undefined || /^la/i.test(ordinal ?? '')) {
    return { kind: 'place', place: 'last' };
  }
  const said = ordinal?.toLowerCase() ?? sign ?? '';
  return { kind: 'place', place: number === undefined ? (ORDINALS[said] ?? Number(said)) : Number(number) };
}
