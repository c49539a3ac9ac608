import type { MailKind } from '../cases/press.ts';
import { WAITING_FOR } from '../cases/timeline.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import type { ActionSet, ChoiceInput, Container, Element, ExecuteAction, TextInput } from './adaptive-card.ts';
import { buttonRows, toggle } from './buttons.ts';
import type { CaseView } from './case-view.ts';
import { CASE_WORDS, remindIn } from './case-words.ts';
import { clip } from './clip.ts';
import { execute } from './execute.ts';

/** Four buttons, and more behind one; a folded form for everything that needs to be chosen or typed. */
export function caseActions(view: CaseView, language: Language, typed: string): Element[] {
  const say = sayIn(language);
  const shown: ActionSet = {
    type: 'ActionSet',
    actions: [...mainActions(view, say), toggle(say(CASE_WORDS.more), 'more')],
  };
  return [shown, more(view, say), editForm(view, say, typed)];
}

function mainActions({ case: { number, version, status } }: CaseView, say: Say): ExecuteAction[] {
  const on = { case: number, version };
  const report = execute(say(CASE_WORDS.report), { verb: 'case.mail', case: number, mail: 'report' });
  if (status !== 'open') {
    return [execute(say(CASE_WORDS.reopen), { verb: 'case.reopen', ...on }), report];
  }
  return [
    execute(say(CASE_WORDS.stillWaiting), { verb: 'case.still-waiting', ...on }),
    execute(say(remindIn(3)), { verb: 'case.remind', days: 3, ...on }),
    execute(say(CASE_WORDS.archive), { verb: 'case.archive', ...on }),
    report,
  ];
}

/** Nobody is reminded of a case that rests: its mail says that it does. */
const DRAFT = { open: 'draft', archived: 'archive', closed: 'close' } as const;

/** What is asked for less often; what cannot be taken back stands apart. */
function more({ case: { number, status } }: CaseView, say: Say): Container {
  const mail = (title: Text, kind: MailKind) => execute(say(title), { verb: 'case.mail', case: number, mail: kind });
  const actions = [
    toggle(say(CASE_WORDS.edit), 'edit'),
    toggle(say(CASE_WORDS.timeline), 'timeline'),
    mail(CASE_WORDS.draft, DRAFT[status]),
    mail(CASE_WORDS.collect, 'collect'),
    mail(CASE_WORDS.export, 'record'),
    execute(say(CASE_WORDS.readAgain), { verb: 'case.reanalyse', case: number }),
  ];
  const forever = execute(say(CASE_WORDS.askForget), { verb: 'case.ask-forget', case: number });
  const apart = { type: 'Container', separator: true, items: [{ type: 'ActionSet', actions: [forever] }] } as const;
  return { type: 'Container', id: 'more', isVisible: false, items: [...buttonRows(actions), apart] };
}

/** The outcome that was typed on an outdated card is there again; a note is never refused. */
function editForm(view: CaseView, say: Say, typed: string): Container {
  const { number, version, status } = view.case;
  const on = { case: number, version };
  const shown = view.nextFollowUp === null ? {} : { shown: view.nextFollowUp };
  const save = execute(say(CASE_WORDS.save), { verb: 'case.save', ...on, ...shown }, 'auto');
  const close = execute(say(CASE_WORDS.close), { verb: 'case.close', ...on }, 'auto');
  const note = { type: 'Input.Text', id: 'note', label: say(CASE_WORDS.note), maxLength: 4000 } as const;
  const outcome = field('outcome', say(CASE_WORDS.outcome), typed, 1000);
  return {
    type: 'Container',
    id: 'edit',
    isVisible: typed !== '',
    items: [
      ...(status === 'open' ? choices(view, say) : []),
      field('title', say(CASE_WORDS.title), view.case.title, 200),
      field('owner', say(CASE_WORDS.owner), view.case.owner ?? '', 200),
      { ...note, isMultiline: true },
      { type: 'ActionSet', actions: [save] },
      ...(status === 'closed' ? [] : [outcome, { type: 'ActionSet', actions: [close] } as const]),
    ],
  };
}

function field(id: string, label: string, value: string, maxLength: number): TextInput {
  const filled = value === '' ? {} : { value: clip(value, maxLength) };
  return { type: 'Input.Text', id, label, maxLength, ...filled };
}

function choices({ case: it, nextFollowUp }: CaseView, say: Say): Element[] {
  const day = nextFollowUp === null ? {} : { value: nextFollowUp };
  return [
    choice('severity', say(CASE_WORDS.severity), it.severity, [
      ['A', 'A'],
      ['B', 'B'],
      ['C', 'C'],
    ]),
    choice(
      'waiting',
      say(CASE_WORDS.waitingFor),
      it.waiting.for,
      (['customer', 'vendor', 'us'] as const).map((whom) => [whom, say(WAITING_FOR[whom])]),
    ),
    { type: 'Input.Date', id: 'followUp', label: say(CASE_WORDS.nextFollowUp), ...day },
  ];
}

function choice(
  id: string,
  label: string,
  value: string,
  options: readonly (readonly [value: string, title: string])[],
): ChoiceInput {
  const listed = options.map(([option, title]) => ({ title, value: option }));
  return { type: 'Input.ChoiceSet', id, label, value, style: 'compact', choices: listed };
}
