import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IncomingActivity } from '#src/adapters/teams/incoming-activity.ts';
import { readMessage } from '#src/adapters/teams/read-message.ts';
import { anActivity, type Json } from '../bot/an-activity.ts';

const read = (changes: Json) => readMessage(IncomingActivity.parse(anActivity('http://127.0.0.1:1/', changes)));
const html = (content: string) => ({ contentType: 'text/html', content });
const channel = { id: '19:x@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: 'tenant-1' };
const file = (name: string) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name,
  contentUrl: 'https://contoso.sharepoint.com/a',
  content: { downloadUrl: `https://contoso.sharepoint.com/${name}`, uniqueId: '1', fileType: 'txt' },
});
const mention = (id: string, name: string) => ({ type: 'mention', mentioned: { id, name }, text: `<at>${name}</at>` });

test('the HTML is read where there is one, because text loses lines', () => {
  const message = read({
    text: '0: kd> k 00 acmeflt+0x1',
    attachments: [html('<p>0: kd&gt; k</p><p>00 acmeflt+0x1</p>')],
  });
  assert.equal(message?.text, '0: kd> k\n00 acmeflt+0x1');
  assert.deepEqual(message?.files, []);
  assert.deepEqual(message?.unreadable, []);
});

test('text is read where the HTML is missing or holds much less', () => {
  assert.equal(read({ text: 'a\nb' })?.text, 'a\nb');
  assert.equal(
    read({ text: 'a long line of debugger output', attachments: [html('<p>a</p>')] })?.text,
    'a long line of debugger output',
  );
});

test('in a team or group chat only a mention of this bot is for us', () => {
  const text = '<at>Stopcode</at> help';
  assert.equal(read({ conversation: channel, text: 'help' }), null);
  assert.equal(read({ conversation: channel, text, entities: [mention('28:other', 'Stopcode')] }), null);
  const message = read({
    conversation: channel,
    text,
    entities: [mention('29:li', 'Li'), mention('28:bot', 'Stopcode')],
  });
  assert.equal(message?.text, 'help');
  assert.equal(message?.scope, 'channel');
  const group = { ...channel, conversationType: 'groupChat' };
  assert.equal(read({ conversation: group, text: 'help' }), null);
});

test('the mention of the bot is taken out of the HTML by its position among the mentions', () => {
  const span = (id: number, name: string) =>
    `<span itemtype="http://schema.skype.com/Mention" itemid="${id}">${name}</span>`;
  const entities = [mention('29:li', 'Li'), mention('28:bot', 'Stopcode')];
  const content = `<p>${span(1, 'Stopcode')}&nbsp;please, ${span(0, 'Li')} asks</p>`;
  const message = read({ conversation: channel, text: 'x', entities, attachments: [html(content)] });
  assert.equal(message?.text, 'please, Li asks');
});

test('a file of a personal chat can be fetched, a dump cannot', () => {
  const message = read({ text: '', attachments: [html('<p></p>'), file('analyze.txt'), file('MEMORY.DMP')] });
  assert.deepEqual(message?.files, [{ name: 'analyze.txt', url: 'https://contoso.sharepoint.com/analyze.txt' }]);
  assert.deepEqual(message?.unreadable, [{ name: 'MEMORY.DMP', reason: 'dump' }]);
});

test('what cannot be read is noticed with the reason', () => {
  const kinds = {
    'application/vnd.microsoft.card.codesnippet': 'code-snippet',
    'image/png': 'picture',
    reference: 'not-shared',
    'application/vnd.microsoft.card.audio': 'other',
    'application/vnd.microsoft.teams.file.download.info': 'other',
  };
  for (const [contentType, reason] of Object.entries(kinds)) {
    assert.deepEqual(
      read({ text: '', attachments: [{ contentType }] })?.unreadable,
      [{ name: null, reason }],
      contentType,
    );
  }
});

test('a file that Teams kept back in a channel leaves its tag in the HTML', () => {
  const content = '<p>see file</p><attachment id="5d0b"></attachment>';
  const message = read({
    conversation: channel,
    entities: [mention('28:bot', 'Stopcode')],
    attachments: [html(content)],
  });
  assert.deepEqual(message?.unreadable, [{ name: null, reason: 'not-shared' }]);
});

test('the locale of the client counts before that of the channel', () => {
  assert.equal(read({ entities: [{ type: 'clientInfo', locale: 'zh-CN' }] })?.locale, 'zh-CN');
  assert.equal(read({ entities: [] })?.locale, 'en-US');
  assert.equal(read({ entities: [], locale: undefined })?.locale, null);
});

test('the name of a file is one line that reads as it is, however it was written', () => {
  const nameOf = (name: string) => read({ text: '', attachments: [file(name)] })?.files[0]?.name;
  assert.equal(nameOf('log\u202egnp.txt'), 'loggnp.txt');
  assert.equal(nameOf('a.txt\r\n\r\n**Culprit: other.sys**'), 'a.txt **Culprit: other.sys**');
  assert.equal(nameOf('a\u2028b\u0085c\td\u0000e.txt'), 'a b c d e.txt');
  assert.equal(nameOf('\u2066\u200f 蓝屏 日志.txt \u2069'), '蓝屏 日志.txt');
  assert.equal(nameOf('\u202e\u200b\ufeff'), 'file');
  const long = nameOf(`${'x'.repeat(1900)}😀.log`) ?? '';
  assert.equal([...long].length, 80);
  assert.match(long, /^x+…x+😀\.log$/);
});

test('a dump is known by its name also behind a mark of direction', () => {
  const message = read({ text: '', attachments: [file('MEMORY.DMP\u202c')] });
  assert.deepEqual(message?.unreadable, [{ name: 'MEMORY.DMP', reason: 'dump' }]);
});

test('a command in a message that is only quoted is not said again, however long it is', () => {
  const quote = `case 1 close with ${'the driver that was replaced '.repeat(20)}`;
  const block = `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Li</strong><p itemprop="preview">${quote}</p></blockquote>`;
  const text = `${quote}\n\nok`;
  assert.equal(read({ text, attachments: [html(`${block}<p>ok</p>`)] })?.text, 'ok');
  assert.equal(read({ text, attachments: [html(block)] })?.text, '');
  assert.equal(read({ text: '<quoted messageId="1764"/> ok', attachments: [] })?.text, 'ok');
});

test('an edit, a deletion and a return are told apart; only a deletion needs no text', () => {
  const update = (eventType: string) => ({ type: 'messageUpdate', text: 'case 1', channelData: { eventType } });
  assert.equal(read(update('editMessage'))?.kind, 'edit');
  assert.equal(read(update('undeleteMessage'))?.kind, 'undelete');
  assert.equal(read(update('somethingElse')), null);
  const deletion = { type: 'messageDelete', text: undefined, channelData: { eventType: 'softDeleteMessage' } };
  assert.deepEqual([read(deletion)?.kind, read(deletion)?.text], ['delete', '']);
  assert.equal(read({ ...deletion, channelData: {} }), null);
});
