import type { Language } from '../language/text.ts';

/** Words by which an item denies something, or tells that something did not come about. */
const LACKING =
  `no not none nobody nothing never neither nor cannot without only failed fails failing failure invalid lack lacks missing missed
  waits waiting stuck out instead other blocked pending null wrong hung unknown unable still keeps remains`.split(
    /\s+/,
  );
export const LACKS: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(`\\b(?:${LACKING.join('|')})\\b|n['’]t\\b`, 'i'),
  zh: /不|没|无|未|失败|缺|仅|只|排除|等待|空指针|挂起|超时|唯一|仍|保持/,
};
