import type { Language } from '../language/text.ts';
import type { EvidencePart } from '../reply/evidence-parts.ts';
import { firstStep } from '../reply/first-step.ts';
import { quoteOnce } from '../reply/quote-once.ts';
import type { CrashReply, EvidenceReply, GroupReply } from '../reply/reply.ts';
import { screenStory } from '../reply/screen-story.ts';
import { type Subject, verdictOn } from '../reply/subjects.ts';
import { LABELS } from '../reply/words.ts';
import type { Element } from './adaptive-card.ts';
import { banner } from './banner.ts';
import { counted, withFolds } from './buttons.ts';
import { CARD_WORDS } from './card-words.ts';
import { crashButtons } from './crash-buttons.ts';
import { type Drawing, isNamed } from './drawing.ts';
import { drawParts } from './evidence-lines.ts';
import { execute } from './execute.ts';
import { firstStepLines } from './first-step-lines.ts';
import { heading, line, run } from './runs.ts';
import { argumentLines, crashSections, reasonLines, type Section } from './sections.ts';
import { stepLines } from './step-lines.ts';
import { citeRuns, storyLines } from './story-lines.ts';
import { briefCrash } from './unfolded.ts';

/** One screen: who, how sure, the story, what first; behind buttons all the rest. `notes` are those of the whole card. */
export function subjectScreen(subject: Subject, notes: readonly Section[], drawing: Drawing): Element[] {
  const { reply, detail, ask } = drawing;
  const { language } = reply;
  const named = isNamed(drawing);
  const step = firstStep(subject, reply);
  const report = ask ? [execute(CARD_WORDS.fullReport[language], ask(null))] : [];
  return [
    banner(subject, named, detail, language),
    ...storyLines(screenStory(verdictOn(subject)?.story ?? [], step), subject.group !== null, detail, language),
    ...firstStepLines(step, detail, language),
    ...withFolds([...sectionsOf(subject, drawing), ...notes], report),
  ];
}

function sectionsOf({ group, crashes }: Subject, drawing: Drawing): readonly Section[] {
  const { reply, detail } = drawing;
  if (group) {
    return groupSections(group, crashes, drawing);
  }
  return crashes.flatMap((crash) =>
    crashSections(crash, crash.steps, detail, reply).map((section) =>
      section.id === `steps-${crash.id}` ? counted(section, crash.steps.length) : section,
    ),
  );
}

function groupSections(group: GroupReply, crashes: Subject['crashes'], drawing: Drawing): readonly Section[] {
  const { detail, reply } = drawing;
  const { language } = reply;
  const key = group.crashes.join('-');
  const shown = crashes.slice(0, detail.verdicts);
  const others = othersOf(group, shown, language);
  const all: readonly Section[] = [
    {
      id: `evidence-${key}`,
      title: LABELS.evidence[language],
      items: [
        heading((group.dumps.length === 1 ? LABELS.oneDump : LABELS.shared)[language]),
        ...reasonLines(group, detail),
      ],
    },
    {
      id: `crashes-${key}`,
      title: CARD_WORDS.crashes[language],
      items: [
        ...contributionLines(group, drawing, language),
        ...shown.map((crash) => briefCrash(crash, drawing)),
        ...crashButtons(shown, 0, drawing),
      ],
    },
    { id: `steps-${key}`, title: LABELS.allSteps[language], items: stepLines(group.steps, detail, language) },
    {
      id: `arguments-${key}`,
      title: LABELS.arguments[language],
      items: shown.slice(0, detail.fullCrashes).flatMap((crash) => argumentsOf(crash, drawing)),
    },
    {
      id: `others-${key}`,
      title: CARD_WORDS.others[language],
      items: drawParts(others, detail.evidence, detail, language, quoteOnce()),
    },
  ];
  return all
    .filter(({ items }) => items.length > 0)
    .map((section, at) => counted(section, [0, crashes.length, group.steps.length][at] ?? 0));
}

function argumentsOf(crash: CrashReply, { detail, reply }: Drawing): Element[] {
  const items = crash.args.length > 0 ? argumentLines(crash, detail, reply.language) : [];
  return items.length === 0 ? [] : [heading(`${crash.id} · ${crash.title}`), ...items];
}

/** What speaks against everybody else, whichever crash shows it: what several show is said once. */
function othersOf(
  { culprit }: GroupReply,
  crashes: readonly CrashReply[],
  language: Language,
): readonly EvidencePart[] {
  const distinct = new Map<string, EvidenceReply>();
  for (const item of crashes.flatMap((crash) => crash.evidence)) {
    const key = `${item.suspect} ${item.rule}`;
    if (!item.for && item.suspect !== culprit && !distinct.has(key)) {
      distinct.set(key, item);
    }
  }
  const title = (culprit === 'unknown' ? LABELS.unlikely : LABELS.whyNotOthers)[language];
  return [{ title, evidence: [...distinct.values()], isNamed: true }];
}

function contributionLines({ contributions }: GroupReply, { detail }: Drawing, language: Language): Element[] {
  return contributions
    .slice(0, detail.evidence)
    .map(({ crash, title, text, cites }) =>
      line([
        run(`${crash} · ${title}`, Math.min(160, detail.text), { weight: 'Bolder' }),
        run(` – ${text}`, detail.text),
        ...citeRuns(cites, false, language),
      ]),
    );
}
