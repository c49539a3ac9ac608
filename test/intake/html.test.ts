import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flattenHtml, looksLikeHtml } from '#src/diagnosis/intake/html.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';

function texts(paste: string): string[] {
  return readLines(paste).lines.map((line) => line.text);
}

const FORMS: readonly [name: string, html: string, expected: readonly string[]][] = [
  ['<br>', '<p>0: kd&gt; k<br>00&nbsp;nt!A<br/>01 nt!B</p>', ['0: kd> k', '00 nt!A', '01 nt!B']],
  ['paragraphs', '<p>a</p><p>b</p>', ['a', 'b']],
  ['one <div> a line', '<div><div>a</div>\n<div>b</div></div>', ['a', 'b']],
  ['lists', '<ul><li>a</li><li>b</li></ul>', ['a', 'b']],
  ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', ['a b', 'c']],
  ['a Teams code block', '<codeblock class="Plaintext"><code>kd&gt; r<br>rax=1</code></codeblock>', ['kd> r', 'rax=1']],
  ['a code block with line feeds', '<pre><code class="language-x">a\n  b\n</code></pre>', ['a', '  b']],
  ['upper-case tags', '<P>a<BR>b</P>', ['a', 'b']],
  ['a mention', '<p><at id="0">Stopcode</at> kd&gt; k</p>', ['kd> k']],
  ['an emoji picture', '<p>x <img alt="y" itemtype="Emoji"> z</p>', ['x y z']],
  ['a quoted reply', '<blockquote itemtype="http://schema.skype.com/Reply"><p>old</p></blockquote><p>new</p>', ['new']],
  ['a comment', '<p>a<!-- b --> c</p>', ['a c']],
];

for (const [name, html, expected] of FORMS) {
  test(`flattens ${name}`, () => {
    assert.deepEqual(
      texts(html).filter((line) => line.trim() !== ''),
      expected,
    );
  });
}

test('inline code inside an address was a backtick', () => {
  assert.deepEqual(
    texts('<p>fffff801<code>3ed5d66d nt!X fffff801</code>3ed59513</p>')[0],
    'fffff801`3ed5d66d nt!X fffff801`3ed59513',
  );
  assert.deepEqual(texts('<p><code>0: kd&gt; k</code></p>')[0], '0: kd> k');
});

test('only known tags are markup', () => {
  for (const text of [
    '<Unloaded_acme.sys>+0x12',
    'std::map<int,Foo>::find',
    'a < b && c > d',
    '<unknown>',
    'x <b',
    '<',
  ]) {
    assert.equal(looksLikeHtml(text), false, text);
    assert.deepEqual(texts(text), [text]);
    assert.equal(texts(`<p>${text}</p>`)[0]?.replace('</p>', ''), text, 'beside markup too');
  }
});

test('numbers are those of the reader: rendered lines in a message, lines of the source in a text with stray tags', () => {
  assert.deepEqual(
    flattenHtml('<p>a<br>b</p><p>c</p>').map(({ text, lines }) => [text, lines[0]]),
    [
      ['a', 1],
      ['b', 2],
      ['c', 3],
      ['', 4],
    ],
  );
  const stray = flattenHtml('From: x <br/>\nSent: y\n<u>acme</u> 1\nlast');
  assert.deepEqual(stray.find(({ text }) => text === 'last')?.lines, [4, 4]);
  assert.deepEqual(stray.find(({ text }) => text === 'acme 1')?.lines, [3, 3]);
});
