import type { Text } from '../language/text.ts';
import type { Case } from './case.ts';
import type { Change } from './case-event.ts';

/** What an archived or closed case may still take; everything else asks for `reopen` first. */
const AT_REST: ReadonlySet<Change['kind']> = new Set([
  'noted',
  'titled',
  'numbered',
  'owner-set',
  'reanalysed',
  'dump-added',
  'dump-removed',
  'paste-edited',
  'paste-removed',
  'paste-parted',
  'pastes-forgotten',
  'undone',
]);

/** Why a change cannot happen to the case as it is; null where it can. */
export function refusal(now: Case, change: Change): Text | null {
  if (change.kind === 'reopened') {
    return now.status === 'open' ? ALREADY_OPEN : null;
  }
  if (change.kind === 'archived') {
    return now.status === 'archived' ? ALREADY_ARCHIVED : closedRefusal(now);
  }
  if (change.kind === 'closed') {
    return now.status === 'closed' ? closedRefusal(now) : null;
  }
  if (now.status === 'open' || AT_REST.has(change.kind)) {
    return null;
  }
  return atRest(now);
}

/** A change that would change nothing is answered, not recorded. */
export function isIdle(now: Case, change: Change): boolean {
  if (change.kind === 'severity-set') {
    return now.severity === change.severity;
  }
  if (change.kind === 'titled') {
    return now.title === change.title;
  }
  if (change.kind === 'numbered') {
    return now.customerNumber === change.customerNumber;
  }
  if (change.kind === 'paste-parted') {
    return now.parted.findLast(({ paste }) => paste === change.paste)?.how === change.how;
  }
  return change.kind === 'owner-set' && now.owner === change.owner;
}

const ALREADY_OPEN: Text = { en: 'The case is open already.', zh: '该案例已经是打开状态。' };
const ALREADY_ARCHIVED: Text = { en: 'The case is archived already.', zh: '该案例已经归档。' };

function closedRefusal({ status, number }: Case): Text | null {
  if (status !== 'closed') {
    return null;
  }
  return {
    en: `The case is closed. To work on it again: case ${number} reopen`,
    zh: `该案例已关闭。如需继续处理：案例 ${number} 重新打开`,
  };
}

function atRest(now: Case): Text {
  return (
    closedRefusal(now) ?? {
      en: `The case is archived. To work on it again: case ${now.number} reopen`,
      zh: `该案例已归档。如需继续处理：案例 ${now.number} 重新打开`,
    }
  );
}
