import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBareCommand } from '#dialogs/hearing/bare-command.ts';
import { readCaseCommand } from '#dialogs/hearing/case-command.ts';
import type { Wish } from '#dialogs/hearing/case-wish.ts';
import { withoutCourtesy } from '#dialogs/hearing/courtesy.ts';
import { readFollowUpCommand } from '#dialogs/hearing/follow-up-command.ts';
import { readTeamCommand } from '#dialogs/hearing/team-command.ts';
import { dialogs } from '#dialogs/index.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { localDay } from '#src/follow-ups/next-follow-up.ts';
import { readFollowUpDay } from '#src/follow-ups/read-day.ts';
import { WORKING_WEEK } from '#src/follow-ups/read-days.ts';
import { readSayings } from './read-sayings.ts';

const knowledge = loadKnowledge();

const sayings = readSayings();

/** What a message is understood as: the dialog, and of those that know many commands, which. */
function labelOf(text: string, isDated: boolean): string {
  const said = withoutCourtesy(text);
  const message = { kind: 'message', scope: 'personal', text, files: [], unreadable: [], locale: null } as const;
  const turn = { id: '1', target: { tenant: 't', conversation: 'c', reference: {} }, message, language: 'en' } as const;
  const name = dialogs.find(({ read }) => read(said, turn, { knowledge }))?.name ?? 'none';
  if (name === 'team') {
    return `team ${readTeamCommand(said)?.kind}`;
  }
  if (name === 'follow-ups') {
    return `follow-ups ${readFollowUpCommand(said)?.kind}`;
  }
  if (name === 'bare-commands') {
    const bare = readBareCommand(said);
    return `bare ${bare?.kind === 'wish' ? `${wishLabel(bare.wish)}${isDated ? dayOf(bare.wish) : ''}` : bare?.kind}`;
  }
  if (name === 'cases') {
    const command = readCaseCommand(said);
    return `case ${command?.kind === 'of' ? wishLabel(command.wish) : command?.kind}`;
  }
  return name;
}

function wishLabel(wish: Wish): string {
  return wish.kind === 'change' ? wish.change.kind : wish.kind;
}

/** Monday, 23 November 2026. */
const TODAY = localDay('2026-11-23T02:00:00.000Z', 'UTC');

function dayOf(wish: Wish): string {
  return wish.kind === 'follow-up'
    ? ` ${readFollowUpDay(wish.phrase, TODAY, { days: WORKING_WEEK, holidays: null })}`
    : '';
}

test('of what people say, at least 97 in 100 are understood as they mean it', () => {
  const wrong = sayings.flatMap(({ label, said }) => {
    const heard = labelOf(said, / \d{4}-/.test(label));
    return heard === label ? [] : [`${said}: ${heard} instead of ${label}`];
  });
  assert.ok(sayings.length >= 150, `${sayings.length} sayings`);
  assert.ok(wrong.length <= sayings.length * 0.03, wrong.join('\n'));
});

test('four in ten of the sayings or more are Chinese', () => {
  const chinese = sayings.filter(({ said }) => /\p{Script=Han}/u.test(said)).length;
  assert.ok(chinese >= sayings.length * 0.4, `${chinese} of ${sayings.length}`);
});
