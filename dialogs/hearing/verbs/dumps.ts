import { HINTS } from '../../cases/case-hints.ts';
import type { Subject } from './verb.ts';

/** What a case holds: its dumps, and itself. */
export const DUMPS: Subject = {
  verbs: [
    {
      pattern: /^(?:re-?analy[sz]e|analy[sz]e again|read again|重新分析|再分析|重新读取)$/i,
      wish: () => ({ kind: 'reanalyse' }),
    },
    {
      pattern:
        /^(?:remove|delete|drop|take out|detach|移除|移出|删除|去掉|剔除|拿掉) ?(?:the )?(?:dump|转储)? ?c?(?<said>\d{1,4}(?:[ ,，]{1,2}(?:yes|sure|confirm(?:ed)?|确认|确定|是))?)$/i,
      wish: (said) => ({ kind: 'remove-dump', id: `c${Number.parseInt(said, 10)}`, isSure: /\D/.test(said) }),
    },
    { pattern: /^(?:forget|delete|remove|忘记|删除)$/i, wish: () => ({ kind: 'forget' }) },
  ],
  asks: {
    pattern: /^(?:remove|drop|take out|detach|移除|移出|去掉|剔除|拿掉)(?![A-Za-z])/i,
    hint: HINTS.remove,
  },
};
