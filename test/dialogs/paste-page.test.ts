import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { converse } from '#dialogs/index.ts';
import { withPageButton } from '#dialogs/paste-page.ts';
import { helpCard } from '#src/cards/help-card.ts';
import type { Message } from '#src/ports/message.ts';
import { CardShape } from '../cards/card-shape.ts';
import { inlineTools } from '../conversations/inline-tools.ts';
import { openMemoryState } from '../support/memory-state.ts';

const WHAT = { en: 'Paste.', zh: '粘贴。' };

test('the button asks Teams for a dialog, and holds no address that somebody else could open', () => {
  const card = withPageButton(helpCard([WHAT], [], 'zh'), 'zh', { pastePage: true as const });
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

describe('with a page', () => {
  let state: Awaited<ReturnType<typeof openMemoryState>>;
  let said = 0;
  before(async () => {
    state = await openMemoryState();
  });
  after(() => state.close());

  /** The whole answer as JSON: a button is no text. */
  async function hear(text: string, unreadable: Message['unreadable'] = []): Promise<string> {
    const tools = { ...inlineTools(state, () => new Date('2026-11-23T02:00:00Z')), pastePage: true as const };
    const author = { id: '29:wei', name: 'Wei' };
    const message = {
      kind: 'message',
      scope: 'channel',
      locale: 'en-US',
      author,
      text,
      files: [],
      unreadable,
    } as const;
    const target = { tenant: 't', conversation: 'c', reference: {} };
    return JSON.stringify(await converse({ id: `page ${said++}`, target, message, language: 'en' }, tools));
  }

  const STACK =
    '00 ffffd186`4bb0e730 fffff802`62a4263e nt!KeBugCheckEx\n01 ffffd186`4bb0e7b0 fffff802`62a41f7c acmeflt+0x1f7c';
  const ANALYSIS =
    'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\nArg1: 28\nArg2: 2\nArg3: 0\nArg4: fffff80262a41f7c\n\nDebugging Details:\n------------------\n\n';

  test('an output that was cut is answered with the button to the page', async () => {
    assert.match(await hear(`${ANALYSIS}STACK_TEXT:\n`), /"task\/fetch"/);
  });

  test('one that is whole is not', async () => {
    const whole = `${ANALYSIS}STACK_TEXT:  \n${STACK}\n\nSYMBOL_NAME:  acmeflt+1f7c\n\nIMAGE_NAME:  acmeflt.sys\n\nMODULE_NAME: acmeflt\n\nFAILURE_BUCKET_ID:  AV_acmeflt!unknown_function\n`;
    const answer = await hear(whole);
    assert.match(answer, /acmeflt\.sys/);
    assert.doesNotMatch(answer, /"task\/fetch"/);
  });

  test('where a file was meant that a channel does not hand over, the page takes it', async () => {
    assert.match(await hear('', [{ name: 'minidump.zip', reason: 'not-shared' }]), /"task\/fetch"/);
  });
});
