import type { CaseEvent } from '../cases/case-event.ts';
import { lastToUndo } from '../cases/undo.ts';
import { COLON } from '../language/joined.ts';
import { sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import type { AdaptiveCard, ExecuteAction } from './adaptive-card.ts';
import { followUpText } from './case-lines.ts';
import { type CaseView, caseName } from './case-view.ts';
import { CASE_WORDS } from './case-words.ts';
import { execute } from './execute.ts';
import { makeCard } from './make-card.ts';
import { line, run } from './runs.ts';

/**
 * A change of a case in a line: which case, what was done, when it comes up next. The way to the case, and back: `undoing`
 * is what the button takes back, the last change where nothing is said.
 */
export function changeCard(
  view: CaseView,
  said: readonly Text[],
  language: Language,
  undoing: CaseEvent | null = lastDone(view.case),
): AdaptiveCard {
  const say = sayIn(language);
  const { case: it } = view;
  const name = `${say(CASE_WORDS.case)} ${caseName(it)}`;
  const did = said.map(say).join(language === 'en' ? ' ' : '');
  const next = `${say(CASE_WORDS.nextFollowUp)}${say(COLON)}${say(followUpText(view))}`;
  return makeCard(
    [
      line([run(`${name}  `, 120, { weight: 'Bolder' }), run(did === '' ? it.title : did, 4000)]),
      line([run(next, 200, { isSubtle: true, size: 'Small' })], 'None'),
      { type: 'ActionSet', actions: actions(view, undoing, language) },
    ],
    `${name}${say(COLON)}${did}`,
    language,
  );
}

/** Only what was done last: of anything before it the card says nothing. */
function lastDone(it: CaseView['case']): CaseEvent | null {
  const undo = lastToUndo(it);
  return undo?.version === it.version ? undo : null;
}

function actions({ case: it }: CaseView, undoing: CaseEvent | null, language: Language): ExecuteAction[] {
  return [
    execute(CASE_WORDS.show[language], { verb: 'case.show', case: it.number }),
    ...(undoing
      ? [execute(CASE_WORDS.undo[language], { verb: 'case.undo', case: it.number, version: undoing.version })]
      : []),
  ];
}
