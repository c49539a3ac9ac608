import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MailOnCard, mailCard } from '#src/cards/mail-card.ts';
import { Press } from '#src/cases/press.ts';
import type { Language } from '#src/language/text.ts';

const MAIL: MailOnCard = { kind: 'report', case: 3, subject: 'S', text: 'S\n\nHello', language: 'zh', length: 'full' };

/** What each button of the card is called, and what it says. */
function buttons(mail: MailOnCard, language: Language): [string, Press][] {
  return mailCard(mail, language).body.flatMap((element) =>
    element.type === 'ActionSet'
      ? element.actions.flatMap((action): [string, Press][] =>
          action.type === 'Action.Execute' ? [[action.title, Press.parse({ verb: action.verb, ...action.data })]] : [],
        )
      : [],
  );
}

test('a report is offered in the other language and in the other length', () => {
  assert.deepEqual(buttons(MAIL, 'en'), [
    ['In English', { verb: 'case.mail', case: 3, mail: 'report', language: 'en', length: 'full' }],
    ['Short form', { verb: 'case.mail', case: 3, mail: 'report', language: 'zh', length: 'short' }],
  ]);
  assert.deepEqual(
    buttons({ ...MAIL, language: 'en', length: 'short' }, 'zh').map(([title]) => title),
    ['中文版', '完整版'],
  );
});

test('other mails have one length, and one that was asked for on a digest leads back to it', () => {
  const from = { digest: '2026-11-23 Asia/Shanghai', of: '2,3' };
  assert.deepEqual(buttons({ ...MAIL, kind: 'archive', language: 'en', from }, 'zh'), [
    ['中文版', { verb: 'case.mail', case: 3, mail: 'archive', language: 'zh', length: 'full', ...from }],
  ]);
});

test('a mail that is longer than a card comes in parts that can be turned over, and nothing of it is lost', () => {
  const lines = Array.from({ length: 900 }, (_, at) => `line ${at} of a long report`);
  const text = ['S', '', ...lines].join('\n');
  const told: string[] = [];
  let part: number | undefined = 1;
  for (let count = 0; part !== undefined && count < 20; count++) {
    const mail: MailOnCard = { ...MAIL, text, part };
    const card = mailCard(mail, 'en');
    told.push(...card.body.flatMap((element) => (element.type === 'CodeBlock' ? [element.codeSnippet] : [])));
    const next = buttons(mail, 'en').find(([title]) => title === 'Next part')?.[1];
    assert.equal(
      buttons(mail, 'en').some(([title]) => title === 'Previous part'),
      count > 0,
    );
    part = next?.verb === 'case.mail' ? next.part : undefined;
  }
  assert.ok(told.length > 1, `${told.length} parts`);
  assert.equal(told.join('\n'), lines.join('\n'));
  assert.match(
    JSON.stringify(mailCard({ ...MAIL, text, part: 99 }, 'zh')),
    new RegExp(`第 ${told.length} 部分，共 ${told.length} 部分`),
  );
});
