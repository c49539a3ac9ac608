import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readChatHtml } from '#src/adapters/teams/chat-html.ts';
import { assertGrowth } from '../support/growth.ts';

const OWN = new Set(['0']);
const flat = (html: string) => readChatHtml(html, OWN).text;

/** The forms in which Teams clients send the same three lines. */
const DUMP = ['0: kd> k', ' # Child-SP          RetAddr', '00 ffffd000`1234a0e8 acmeflt+0x2222'].join('\n');
const FORMS: Readonly<Record<string, string>> = {
  'a paragraph per line':
    '<p>0: kd&gt; k</p>\n<p>&nbsp;# Child-SP&nbsp; &nbsp; &nbsp; &nbsp; &nbsp; RetAddr</p>\n<p>00 ffffd000`1234a0e8 acmeflt+0x2222</p>',
  'the older form with a div per line':
    '<div><div>0: kd&gt; k</div>\n<div>&nbsp;# Child-SP&nbsp; &nbsp; &nbsp; &nbsp; &nbsp; RetAddr</div><div>00 ffffd000`1234a0e8 acmeflt+0x2222</div>\n</div>',
  'line breaks in one paragraph':
    '<p>0: kd&gt; k<br>&nbsp;# Child-SP&nbsp; &nbsp; &nbsp; &nbsp; &nbsp; RetAddr<br>00 ffffd000`1234a0e8 acmeflt+0x2222</p>',
  'a code block with line feeds':
    '<codeblock class="Plaintext"><code>0: kd&gt; k\n # Child-SP          RetAddr\n00 ffffd000`1234a0e8 acmeflt+0x2222</code></codeblock>',
  'a code block with br and nbsp':
    '<codeblock class=""><code>0: kd&gt; k<br>&nbsp;# Child-SP&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;RetAddr<br>00 ffffd000`1234a0e8 acmeflt+0x2222</code></codeblock>',
  'a pre with highlighting':
    '<pre><code class="language-x"><span class="hljs-number">0</span>: kd&gt; k\n # Child-SP          RetAddr\n00 ffffd000`1234a0e8 <span>acmeflt+0x2222</span></code></pre>',
  'after a mention of the bot':
    '<p><span itemtype="http://schema.skype.com/Mention" itemscope itemid="0">Stopcode</span>&nbsp;</p><p>0: kd&gt; k</p><p> # Child-SP          RetAddr</p><p>00 ffffd000`1234a0e8 acmeflt+0x2222</p>',
  'after a quoted reply':
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="17"><strong>Li</strong><p itemprop="preview">0: kd&gt; !anal…</p></blockquote><p>0: kd&gt; k</p><p> # Child-SP          RetAddr</p><p>00 ffffd000`1234a0e8 acmeflt+0x2222</p>',
  'as a forwarded message':
    '<blockquote itemscope itemtype="http://schema.skype.com/Forward"><p>0: kd&gt; k</p><p> # Child-SP          RetAddr</p><p>00 ffffd000`1234a0e8 acmeflt+0x2222</p></blockquote>',
  'with backticks that became code':
    '<p>0: kd&gt; k</p><p> # Child-SP          RetAddr</p><p>00 ffffd000<code>1234a0e8 acmeflt+0x2222</code></p>',
};

for (const [form, html] of Object.entries(FORMS)) {
  test(`the same lines come out of ${form}`, () => {
    const expected = form.startsWith('with backticks') ? `${DUMP}\`` : DUMP;
    assert.equal(flat(html), expected);
  });
}

test('a code pair in an address becomes its backticks again', () => {
  assert.equal(
    flat('<p>fffff801<code>3ed5d66d nt!X fffff801</code>3ed59513</p>'),
    'fffff801`3ed5d66d nt!X fffff801`3ed59513',
  );
});

test('a mention of somebody else stays, one of the bot goes, also in the short form', () => {
  assert.equal(flat('<p><at id="0">Stopcode</at> ask <at id="1">Li Na</at></p>'), 'ask Li Na');
});

test('emoji are their character, and what was typed where they sit inside a value', () => {
  const emoji = '<span type="(cool)"><img itemtype="http://schema.skype.com/Emoji" alt="😎" itemid="cool"></span>';
  assert.equal(flat(`<p>great ${emoji}</p>`), 'great 😎');
  assert.equal(flat(`<p>Arg2 (0x${emoji}</p>`), 'Arg2 (0x8)');
});

test('list items and table cells keep their lines and columns', () => {
  assert.equal(flat('<ul><li>first</li><li>second</li></ul>'), 'first\nsecond');
  const table =
    '<table itemprop="copy-paste-table"><tbody><tr><td>nt</td><td>0x1</td></tr><tr><td>hal</td><td>0x2</td></tr></tbody></table>';
  assert.equal(flat(table), 'nt  0x1\nhal  0x2');
});

test('blank lines stay between, not around', () => {
  assert.equal(flat('<p>&nbsp;</p><p>a</p><p>&nbsp;</p><p>b</p><div><br></div>'), 'a\n\nb');
});

test('scripts and styles are no text', () => {
  assert.equal(flat('<style>p{}</style><p>a</p><script>alert(1)</script>'), 'a');
});

test('an attachment tag is noticed, its absence too', () => {
  assert.equal(readChatHtml('<p>see file</p><attachment id="5d"></attachment>', OWN).hasFileTag, true);
  assert.equal(readChatHtml('<p>see file</p>', OWN).hasFileTag, false);
});

test('any markup is survived, and text without markup comes back line by line', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (html) => typeof flat(html) === 'string'));
  const line = fc.stringMatching(/^[a-z0-9:+.`]{1,40}$/);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
      assert.equal(flat(lines.map((text) => `<p>${text}</p>`).join('\n')), lines.join('\n'));
    }),
  );
});

test('hostile markup is flattened in linear time, up to 100 KB', () => {
  const hostile = [
    '<b>',
    '</b>',
    '<codeblock>',
    '<blockquote itemtype="/Reply">',
    '&',
    '<',
    '<p a="',
    '<!--',
    '<at id=0>',
  ];
  for (const piece of hostile) {
    const small = piece.repeat(12_500 / piece.length);
    const large = piece.repeat(100_000 / piece.length);
    assertGrowth(piece, { small: () => flat(small), large: () => flat(large), most: 24, grain: 2 });
  }
});
