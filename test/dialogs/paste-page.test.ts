import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPageButton } from '#dialogs/paste-page.ts';
import { helpCard } from '#src/cards/help-card.ts';
import { CardShape } from '../cards/card-shape.ts';

const WHAT = { en: 'Paste.', zh: '粘贴。' };

test('the button asks Teams for a dialog, and holds no address that somebody else could open', () => {
  const card = withPageButton(helpCard([WHAT], [], 'zh'), 'zh', { pastePage: true });
  CardShape.parse(card);
  const text = JSON.stringify(card);
  assert.match(text, /"msteams":\{"type":"task\/fetch"\}/);
  assert.match(text, /粘贴长输出/);
  assert.doesNotMatch(text.replace(card.$schema, ''), /https?:/);
});

test('where there is no page none is offered', () => {
  const card = helpCard([WHAT], [], 'en');
  assert.deepEqual(withPageButton(card, 'en', {}), card);
});
