import type { CrashReply } from '../reply/reply.ts';
import type { Subject } from '../reply/subjects.ts';
import { LABELS } from '../reply/words.ts';
import type { Container, Element } from './adaptive-card.ts';
import { banner } from './banner.ts';
import { type Drawing, isNamed } from './drawing.ts';
import { heading, line, run } from './runs.ts';
import { crashSections, reasonLines } from './sections.ts';
import { stepLines } from './step-lines.ts';
import { storyLines } from './story-lines.ts';

/** One crash with all that is told of it, one part below the other. */
export function unfoldedCrash(crash: CrashReply, drawing: Drawing): Element[] {
  const { reply, detail } = drawing;
  const sections = crashSections(crash, crash.steps, detail, reply);
  return [
    banner({ group: null, crashes: [crash] }, isNamed(drawing), detail, reply.language),
    ...storyLines(crash.story, false, detail, reply.language),
    // What is told of the others has headings of its own, which say the same in full.
    ...sections.flatMap(({ id, title, items }) => (id.startsWith('others-') ? items : [heading(title), ...items])),
  ];
}

/** All of a subject: what its crashes share, then each of them. */
export function unfoldedSubject({ group, crashes }: Subject, drawing: Drawing): Element[] {
  const { detail, reply } = drawing;
  const { language } = reply;
  const shown = crashes.slice(0, Math.max(detail.fullCrashes, 1));
  const each = shown.map(
    (crash): Container => ({
      type: 'Container',
      separator: true,
      items: unfoldedCrash(crash, drawing),
    }),
  );
  if (!group) {
    return each;
  }
  return [
    banner({ group, crashes }, true, detail, language),
    ...storyLines(group.story, true, detail, language),
    heading(LABELS.evidence[language]),
    ...reasonLines(group, detail),
    ...stepLines(group.steps, detail, language),
    ...each,
  ];
}

/** What is left of a crash where there is no room for more. */
export function briefCrash(crash: CrashReply, { detail }: Drawing): Element {
  return line([
    run(`${crash.id} · ${crash.title} – `, Math.min(160, detail.text)),
    run(crash.verdict.sentence, Math.min(300, detail.text * 2), { weight: 'Bolder' }),
  ]);
}
