import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readTemplates, type Template } from '#tools/sentences/read-templates.ts';

/**
 * One thing has one name in Chinese, that which support engineers use. The words on the left are understood where people
 * type them, and never said.
 */
const SAID_AS: readonly (readonly [RegExp, string])[] = [
  [/嫌疑/, '可疑驱动（硬件和 Windows：可疑对象）'],
  [/可信度/, '置信度'],
  [/调用栈/, '调用堆栈'],
  [/案件|工单/, '案例'],
  [/故障存储桶|失败桶/, '故障桶'],
  [/微软/, 'Microsoft'],
  [/迷你转储|微型转储/, '小型转储'],
  [/不要指望/, '对客户委婉地说'],
  [/此致敬礼/, '此致，另起一行：敬礼！'],
  [/无版本(?!号)/, '无版本号'],
  [/版本 无/, '无版本号'],
];

/** A blank stands between Han and Latin characters, but for those that carry their own space. */
const GLUED = /[\p{Script=Han}][A-Za-z]{2}|[A-Za-z]{2}[\p{Script=Han}]/u;
const ENGLISH_STOPS = /[\p{Script=Han}](?:[,;!?]|\.(?![\w.]))/u;

/** What people type, and what their words mean: not ours to choose. */
const HEARD = /^src\/diagnosis\/knowledge\/(?:terms\.json|words\/)|^dialogs\/questions\/(?:vocabulary|phrases|parties)/;
const TEXTS = readTemplates(fileURLToPath(new URL('../../', import.meta.url))).filter(
  ({ place }) => !HEARD.test(place),
);

const found = (pattern: RegExp, of: readonly Template[] = TEXTS) =>
  of.filter(({ zh }) => pattern.test(zh)).map(({ place, zh }) => `${place}: ${zh}`);

test('there are texts to look at', () => {
  assert.ok(TEXTS.length > 5000, `${TEXTS.length} texts`);
});

for (const [word, instead] of SAID_AS) {
  test(`nobody is told of ${word.source}: it is ${instead}`, () => {
    assert.deepEqual(found(word), []);
  });
}

/** Values stand in a template as code. */
const withoutValues = TEXTS.map((text) => ({
  ...text,
  zh: text.zh.replace(/\$\{[^{}]{0,200}(?:\{[^{}]{0,100}\}[^{}]{0,100})?\}/g, '…'),
}));

test('a blank stands between Chinese and Latin letters', () => {
  assert.deepEqual(found(GLUED, withoutValues), []);
});

test('Chinese sentences have Chinese punctuation', () => {
  assert.deepEqual(found(ENGLISH_STOPS, withoutValues), []);
});
