import { COLON } from '../language/joined.ts';
import type { Language } from '../language/text.ts';
import { commandsToRun } from '../reply/commands-to-run.ts';
import type { Explanation } from '../reply/explanation.ts';
import type { CrashReply, Reply } from '../reply/reply.ts';
import { LABELS } from '../reply/words.ts';
import type { Container, Element, TextRun } from './adaptive-card.ts';
import { CARD_WORDS } from './card-words.ts';
import { codeBlock } from './code-block.ts';
import type { Detail } from './detail.ts';
import { evidenceLines } from './evidence-lines.ts';
import { heading, line, run } from './runs.ts';
import { stepLines } from './step-lines.ts';

const COLOURS = { high: 'Attention', medium: 'Warning', low: undefined } as const;

/**
 * One crash, by what a reader wants to know first: who, why, what to do; the arguments, which the paste holds too, come
 * last. Where nobody can be named, what to run comes first: without it nothing goes on.
 */
export function crashSection(crash: CrashReply, explanation: Explanation, detail: Detail, reply: Reply): Container {
  const { language } = reply;
  const steps = stepLines(crash.steps, detail, language, `steps-${crash.id}`);
  const next = nextLines(commandsToRun(crash, reply.groups), detail, language);
  const evidence = evidenceLines(crash, detail, language);
  const args = argumentLines(crash, detail, language);
  const isOpen = crash.verdict.culprit === 'unknown';
  return section([
    ...verdictLines(crash, explanation, detail, reply),
    ...(isOpen ? [...next, ...args, ...evidence, ...steps] : [...evidence, ...steps, ...next, ...args]),
  ]);
}

/** Title, verdict and bare arguments: for the crashes that have no room for more. */
export function briefCrashSection(
  crash: CrashReply,
  explanation: Explanation,
  detail: Detail,
  reply: Reply,
): Container {
  const values = crash.args.map(({ value }) => value).join(', ');
  const args = values === '' ? [] : [line([run(`(${values})`, 120, { fontType: 'Monospace', size: 'Small' })])];
  return section([...verdictLines(crash, explanation, detail, reply), ...args]);
}

function section(items: readonly Element[]): Container {
  return { type: 'Container', separator: true, items };
}

function verdictLines(crash: CrashReply, explanation: Explanation, detail: Detail, reply: Reply): Element[] {
  const { crashes, groups, language } = reply;
  const meaning = crash.meaning === null ? [] : [line([run(crash.meaning, detail.text)])];
  const against = crash.verdict.againstAnalyze;
  const byModel = explanation.by === 'model';
  // One crash alone needs no name to tell it from others.
  const where = crashes.length > 1 || groups.length > 0 ? `${crash.id} · ${crash.where}` : crash.where;
  return [
    line([run(crash.title, Math.min(160, detail.text), { weight: 'Bolder', size: 'Large' })]),
    line([run(where, Math.min(160, detail.text), { isSubtle: true, size: 'Small' })]),
    line([verdictRun(crash, detail)]),
    ...(against === null ? [] : [line([run(against, detail.text)])]),
    ...(byModel ? [line([run(explanation.text, detail.text)])] : []),
    ...(byModel ? [line([run(CARD_WORDS.byModel[language], 200, { isSubtle: true, size: 'Small' })])] : []),
    ...meaning,
  ];
}

/** The sentence says how sure it is; the colour only repeats that. */
function verdictRun({ verdict }: CrashReply, detail: Detail): TextRun {
  const color = COLOURS[verdict.confidence];
  return run(verdict.sentence, Math.min(300, detail.text * 2), { weight: 'Bolder', ...(color ? { color } : {}) });
}

function argumentLines(crash: CrashReply, detail: Detail, language: Language): Element[] {
  const values = crash.args.map(({ name, value, meaning }) =>
    line([run(`${name} `, 20), run(value, 80, { fontType: 'Monospace' }), run(` ${meaning}`, detail.text)], 'None'),
  );
  const details = crash.details.map(({ name, value }) =>
    line([run(`${name}${COLON[language]}`, 60), run(value, detail.text, { fontType: 'Monospace' })], 'None'),
  );
  if (values.length + details.length === 0) {
    return [];
  }
  const title = values.length > 0 ? LABELS.arguments : LABELS.facts;
  return [heading(title[language]), ...values, ...details];
}

function nextLines(nextCommands: CrashReply['nextCommands'], detail: Detail, language: Language): Element[] {
  const shown = nextCommands.slice(0, detail.nextCommands);
  if (shown.length === 0) {
    return [];
  }
  const commands = shown.map(({ command }) => command);
  // A single command needs no repeating to say what its reason is about.
  const isNamed = shown.length > 1;
  const reasons = shown.map(({ command, why }) =>
    line(
      isNamed
        ? [run(command, detail.text, { fontType: 'Monospace' }), run(` – ${why}`, detail.text)]
        : [run(why, detail.text)],
      'None',
    ),
  );
  return [heading(LABELS.run[language]), codeBlock(commands, detail.text), ...reasons];
}
