import { COLON } from '../language/joined.ts';
import type { Language } from '../language/text.ts';
import { commandsToRun } from '../reply/commands-to-run.ts';
import { evidenceParts } from '../reply/evidence-parts.ts';
import { quoteOnce } from '../reply/quote-once.ts';
import type { CrashReply, GroupReply, Reply, StepReply } from '../reply/reply.ts';
import { LABELS } from '../reply/words.ts';
import type { Element } from './adaptive-card.ts';
import { CARD_WORDS } from './card-words.ts';
import { codeBlock } from './code-block.ts';
import type { Detail } from './detail.ts';
import { drawParts, roomFor } from './evidence-lines.ts';
import { heading, line, run } from './runs.ts';
import { stepLines } from './step-lines.ts';

/** A part of the card behind a button. `id` is unique in the card. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly items: readonly Element[];
}

/** All that is told of one crash besides its story, by what a reader asks; what there is nothing to say of is left out. */
export function crashSections(
  crash: CrashReply,
  steps: readonly StepReply[],
  detail: Detail,
  reply: Reply,
): readonly Section[] {
  const { language } = reply;
  const { main, others } = evidenceParts(crash, language);
  const room = roomFor(main, others, detail.evidence);
  const quotes = quoteOnce();
  const against = crash.verdict.againstAnalyze;
  const all: Section[] = [
    {
      id: `evidence-${crash.id}`,
      title: LABELS.evidence[language],
      items: drawParts(main, room.main, detail, language, quotes),
    },
    {
      id: `steps-${crash.id}`,
      title: LABELS.allSteps[language],
      items: [
        ...stepLines(steps, detail, language),
        ...nextLines(commandsToRun(crash, reply.groups), detail, language),
      ],
    },
    {
      id: `arguments-${crash.id}`,
      title: (crash.args.length > 0 ? LABELS.arguments : LABELS.facts)[language],
      items: argumentLines(crash, detail, language),
    },
    {
      id: `others-${crash.id}`,
      title: CARD_WORDS.others[language],
      items: [
        ...(against === null ? [] : [line([run(against, detail.text)])]),
        ...drawParts(others, room.others, detail, language, quotes),
      ],
    },
  ];
  return all.filter(({ items }) => items.length > 0);
}

/** What ties the crashes of a group together. */
export function reasonLines({ reasons }: GroupReply, detail: Detail): Element[] {
  return reasons.slice(0, detail.reasons).map((reason) => line([run(`• ${reason}`, detail.text)]));
}

/** What the stop code means, its arguments, and the labelled values of the paste. */
export function argumentLines(crash: CrashReply, detail: Detail, language: Language): Element[] {
  const meaning = crash.meaning === null ? [] : [line([run(crash.meaning, detail.text)])];
  const values = crash.args.map(({ name, value, meaning }) =>
    line([run(`${name} `, 20), run(value, 80, { fontType: 'Monospace' }), run(` ${meaning}`, detail.text)], 'None'),
  );
  const details = crash.details.map(({ name, value }) =>
    line([run(`${name}${COLON[language]}`, 60), run(value, detail.text, { fontType: 'Monospace' })], 'None'),
  );
  return [...meaning, ...values, ...details];
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
