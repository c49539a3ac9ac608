import { caseListCard } from '#src/cards/case-list-card.ts';
import type { CaseView } from '#src/cards/case-view.ts';
import { isMeant } from '#src/cases/case-filter.ts';
import { localDay, nextFollowUp, type Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, actorOf } from '../actor.ts';
import { calendarFor } from '../cases/case-calendar.ts';
import { cardAnswer, viewOf } from '../cases/case-view.ts';
import { EDITED } from '../cases/case-words.ts';
import { defineDialog, type Tools } from '../dialog.ts';
import { readTeamCommand, type TeamCommand } from '../hearing/team-command.ts';
import { digestNow } from '../pressing/digest-now.ts';
import { hint, say } from '../say.ts';
import { doToSeveral } from './do-to-several.ts';
import { tellStatistics } from './tell-statistics.ts';
import { NOTHING_DUE } from './words.ts';

/** What concerns several cases: which are meant by a word, what is due, one thing done to many, what a month brought. */
export const team = defineDialog<TeamCommand>({
  name: 'team',
  read: readTeamCommand,
  reply: async (command, turn, tools) => obey(command, turn, await actorOf(turn, tools), tools),
});

async function obey(command: TeamCommand, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  const all = await tools.cases.list(actor.place);
  switch (command.kind) {
    case 'list': {
      const isOpenOnly = command.filter.status === undefined && command.filter.term === undefined;
      const meant = all.filter(({ case: it }) => isMeant(it, command.filter) && (!isOpenOnly || it.status === 'open'));
      return list(meant, 'found', actor);
    }
    case 'due': {
      const due = dueToday(all, actor);
      return due.length === 0 ? say(turn, NOTHING_DUE) : list(due, 'due', actor);
    }
    case 'digest': {
      const due = dueToday(all, actor);
      const today = localDay(actor.now, actor.calendar.zone);
      const numbers = due.map(({ case: it }) => it.number).join(',');
      const key = `${today} ${actor.calendar.zone}`;
      return due.length === 0 ? say(turn, NOTHING_DUE) : cardAnswer(await digestNow(key, numbers, actor, tools));
    }
    case 'statistics':
      return tellStatistics(command.month, all, turn, actor);
    case 'bulk':
      return turn.message.kind === 'edit' ? hint(turn, EDITED) : doToSeveral(command.bulk, all, turn, actor, tools);
  }
}

function dueToday(all: readonly Reminded[], { now, calendar }: Actor): Reminded[] {
  const isDue = (reminded: Reminded) => {
    const own = calendarFor(reminded.case, calendar);
    return (nextFollowUp(reminded, own)?.toString() ?? '9999') <= localDay(now, own.zone).toString();
  };
  return all
    .filter(isDue)
    .sort((a, b) => a.case.severity.localeCompare(b.case.severity) || a.case.number - b.case.number);
}

function list(meant: readonly Reminded[], which: 'found' | 'due', actor: Actor): Answer {
  const views = meant.map((reminded) => viewOf(reminded, actor));
  return cardAnswer(caseListCard(which === 'due' ? views : views.sort(byFollowUp), which, actor.language));
}

/** Open ones first, those that come up first. */
function byFollowUp(a: CaseView, b: CaseView): number {
  const never = '9999-12-31';
  return (a.nextFollowUp ?? never).localeCompare(b.nextFollowUp ?? never) || b.case.number - a.case.number;
}
