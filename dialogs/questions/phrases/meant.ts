/** What tells both that a plan is asked for, and for what: by language, in the marks of `mask.ts`. */

const GOES = String.raw`(?:keep|continue|carry on|go on)(?: on)?(?: to)? (?:us|work|runn)\w{1,4}`;
const STILL = 'still (?:be used|(?:use|work (?:on|with)) (?:it|this|that|the|H))';
const LEAVE = String.raw`leave (?:it|this|that|the \w{2,10}) (?:as (?:it )?is|alone|running|on|like (?:this|that))`;
const WHETHER = String.raw`(?:\b(?:is|are|can|could|may|should|do|does|ok|okay|safe|fine)\b.{0,30}|^to )`;
const WHOSE = '(?:^|机器|电脑|服务器|主机|系统|笔记本|客户|用户|们|我|他|现在|目前|暂时|[这那]台|这|[,，])';

/** Whether somebody may go on with the machine as it is. */
export const GOING_ON: readonly RegExp[] = [
  new RegExp(`${WHETHER}\\b(?:${[GOES, STILL, LEAVE].join('|')})\\b`),
  /(?:能|可以|敢|可否|安全).{0,6}(?:继续|接着|照常|照样|正常|先)(?:使|这么|这样|让.{0,4})?(?:用|工作|跑着|运行着?|开着)(?!什么|啥|哪|命令)/,
  new RegExp(`${WHOSE}(?:还|仍然?)(?:能|可以|敢)(?:不能)?(?:使用|用)(?!什么|啥|哪)`),
];

const KINDS = '(?:options?|ways?|ideas?|suggestions?|fix(?:es)?|steps?|solutions?|workarounds?)';

/** What there is besides the first step, and what to do where that mends nothing. */
export const ANOTHER_WAY: readonly RegExp[] = [
  /\b(?:anything|something|what) else\b.{0,16}\b(?:try|tried|test|check|do)\b(?! (?:you|u)\b)|\bplan b\b/,
  new RegExp(
    String.raw`\b(?:any|some|other|another|different) (?:other )?${KINDS}(?:$| to (?:fix|solve|stop|try|do|test|check)\b)`,
  ),
  /\bif (?:that|this|it|the first (?:one|step)) (?:(?:does|do|did|will|would)(?:n't| not)|wont|fails to|never) (?:help|work|fix|solve|change)|\bif (?:that|this|it) fails\b/,
  /(?:别的|其他|其它|另外|更好|还有什么|还有啥|还有没有|还有).{0,3}(?:办法|方法|方案|法子|招|措施|选择|思路)/,
  /(?:还是|这样|这招|如果|要是|万一|那).{0,6}(?:不行|没用|不管用|没效果|解决不了|不好使|不起作用)/,
];
