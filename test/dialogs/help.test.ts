import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCaseCommand } from '#dialogs/hearing/case-command.ts';
import { withoutCourtesy } from '#dialogs/hearing/courtesy.ts';
import { BARE_HELP, CASE_HELP, FOLLOW_UP_HELP, GENERAL_HELP, QUESTION_HELP } from '#dialogs/help-lines.ts';
import { dialogs } from '#dialogs/index.ts';
import { diagnosePaste } from '#dialogs/pastes/diagnose-paste.ts';
import manifest from '#manifest/manifest.json' with { type: 'json' };
import chinese from '#manifest/zh-cn.json' with { type: 'json' };
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const tools = { knowledge: loadKnowledge() };
const NOT_TYPED = /<[^>]{1,30}>/g;

test('everything that help names is understood, in both languages', () => {
  const lines = [GENERAL_HELP, QUESTION_HELP, CASE_HELP, BARE_HELP, FOLLOW_UP_HELP].flatMap((part) => part.lines);
  const said = lines.flatMap(({ say }) => [...say.en.split(' · '), ...say.zh.split(' · ')]);
  assert.ok(said.length >= 40, `${said.length} commands`);
  for (const text of said) {
    assertUnderstood(text);
  }
});

test('every command that Teams offers is understood, in both languages', () => {
  const titles: string[] = manifest.bots[0]?.commandLists[0]?.commands.map(({ title }) => title) ?? [];
  assert.ok(titles.length >= 8 && titles.length <= 12, `${titles.length} commands`);
  const translated = Object.entries(chinese).filter(([key]) => /^bots.*\.title$/.test(key));
  assert.equal(translated.length, titles.length);
  for (const title of [...titles, ...translated.map(([, title]) => title)]) {
    assertUnderstood(title);
  }
});

function assertUnderstood(say: string): void {
  const text = say.replace('<debugger output>', '0x9f').replace('<调试器输出>', '0x9f').replace(NOT_TYPED, 'words');
  const message = {
    kind: 'message',
    text,
    files: [],
    unreadable: [],
    locale: null,
    scope: 'personal',
    author: { id: 'u', name: 'Wei' },
  } as const;
  const said = withoutCourtesy(text);
  const target = { tenant: 't', conversation: 'c', reference: {} };
  const dialog = dialogs.find(({ read }) => read(said, { id: '1', target, message, language: 'en' }, tools));
  assert.notEqual(dialog, diagnosePaste, `"${text}" is taken for a paste`);
  const command = readCaseCommand(said);
  if (dialog?.name !== 'cases' || command?.kind !== 'of' || text.endsWith('0x9f')) {
    return;
  }
  assert.notEqual(command.wish.kind, 'text', `"${text}" is no wish`);
}
