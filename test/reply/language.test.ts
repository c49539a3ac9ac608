import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from '#src/language/language-of.ts';

const DUMP =
  'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\nArg1: 28, memory referenced\nThis is usually caused by drivers.';
const CASES = [
  { prose: '请帮忙看看这个蓝屏', fallback: 'en', answer: 'zh' },
  { prose: 'Hi team, could you look at this for our customer? Thanks', fallback: 'zh', answer: 'en' },
  { prose: '', fallback: 'zh', answer: 'zh' },
  { prose: '', fallback: 'en', answer: 'en' },
  { prose: 'ブルースクリーンになりました。原因を教えてください。', fallback: 'en', answer: 'en' },
  { prose: '블루스크린 원인을 알려 주세요 大韓民國', fallback: 'en', answer: 'en' },
] as const;

for (const { prose, fallback, answer } of CASES) {
  test(`"${prose}" of a reader of ${fallback} is answered in ${answer}`, () => {
    assert.equal(languageOf(`${prose}\n${DUMP}`, fallback), answer);
  });
}

test('the language of the Windows that a table tells of is not that of whoever writes', () => {
  const table = 'Host Name:                 ACME-7\nOS Name:                   Microsoft Windows 11 专业工作站版';
  assert.equal(languageOf(`Same for me, version 4 causes a blue screen.\n${table}`, 'en'), 'en');
  assert.equal(languageOf(`昨天又蓝屏了\n${table}`, 'en'), 'zh');
});
