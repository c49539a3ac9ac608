import { asWord, halfWidth } from './courtesy.ts';
import { anyOf, isMadeOf } from './made-of.ts';

/** What is said to show that something was seen. */
const NOD = new Set([
  ...['ok', 'okay', 'k', 'kk', 'yes', 'yep', 'sure', 'got it', 'noted', 'received', 'understood', 'roger', 'perfect'],
  ...[
    'alright',
    'great',
    'nice',
    'cool',
    'fine',
    'good',
    'done',
    'will do',
    'all good',
    'sounds good',
    'good job',
    'well done',
  ],
  ...[
    'np',
    'ack',
    'copy',
    'copy that',
    'noted with thanks',
    'yup',
    'yeah',
    'fair enough',
    'works for me',
    'thats fine',
    "that's fine",
  ],
  ...['lgtm', 'right', 'i see', 'no', 'nope', 'i understand', 'makes sense', 'no problem', 'no worries', 'awesome'],
  ...[
    '好哒',
    '好咧',
    '好呀',
    '妥',
    '妥了',
    '嗯呢',
    '清楚',
    '清楚了',
    '懂了',
    '得嘞',
    '成',
    '中',
    '没毛病',
    '就这样',
    '就这么办',
    '先这样',
  ],
  ...['好', '好的', '好的呢', '好吧', '好滴', '好嘞', '行', '可以', '可以的', '收到', '收到了', '明白', '明白了'],
  ...['了解', '了解了', '知道了', '嗯', '嗯嗯', '哦', '对', '对的', '是', '是的', '没问题', '没事', '没事了', '不用'],
  ...[
    '不用了',
    '辛苦',
    '辛苦了',
    '棒',
    '赞',
    '厉害',
    'ok了',
    'ok的',
    '已阅',
    '知悉',
    '已知悉',
    '太好了',
    '不错',
    '嗯好的',
  ],
]);
/** Behind a nod; alone they are answered as thanks. */
const THANKS = new Set(['thanks', 'thank you', 'thx', '谢谢', '多谢', '谢']);
const SIGNS = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d|\s){1,20}$|^\+1$|^\(y\)$|^:\)$/u;

/** `sure?` doubts, and `ok?` asks. */
const ASKING = /[?？]\s{0,5}$/u;
const ANY_NOD = anyOf([...NOD].filter((nod) => /^(?!nope?$)[a-z]/u.test(nod)));

/** `好的，明白`, `ok cool`: nods and nothing else. */
export function isNod(text: string): boolean {
  if (ASKING.test(text)) {
    return false;
  }
  const word = asWord(halfWidth(text));
  return (
    SIGNS.test(text.trim()) ||
    isNodding(word.split(/[,，、.。!！~～]{1,5}/u)) ||
    isNodding(word.split(/[\s,，、.。!！~～]{1,5}/u)) ||
    isMadeOf(word, ANY_NOD)
  );
}

function isNodding(parts: readonly string[]): boolean {
  const bare = parts.map((part) => part.trim().replace(/(?<=.)[啦了哈哦呀哟呢]$/u, ''));
  return parts.length <= 4 && bare.every((part) => NOD.has(part) || NOD.has(`${part}了`) || THANKS.has(part));
}
