import { COLON } from '../language/joined.ts';
import { type FirstStep, firstStep } from '../reply/first-step.ts';
import type { Reply } from '../reply/reply.ts';
import { screenStory } from '../reply/screen-story.ts';
import { type Subject, subjectsOf, verdictOn } from '../reply/subjects.ts';
import { LABELS } from '../reply/words.ts';
import { textOf } from './draw-reply.ts';
import { drawStory } from './draw-story.ts';
import { type Pen, penFor, type Screen } from './pen.ts';

/** The one screen of `--short`: who, the story, what first; of further subjects the verdict alone. */
export function drawScreen(reply: Reply, screen: Screen): string {
  const pen = penFor(reply, screen);
  const [first, ...others] = subjectsOf(reply);
  return textOf([first ? drawSubject(first, pen) : [], others.flatMap((subject) => drawHeadline(subject, pen))]);
}

function drawSubject(subject: Subject, pen: Pen): string[] {
  const step = firstStep(subject, pen.reply);
  const story = screenStory(verdictOn(subject)?.story ?? [], step);
  return [...drawHeadline(subject, pen), ...drawStory(story, subject.group !== null, pen), ...drawFirst(step, pen)];
}

function drawHeadline(subject: Subject, { reply, paint, flow }: Pen): string[] {
  const verdict = verdictOn(subject);
  const [crash] = subject.crashes;
  const name = subject.group === null && reply.crashes.length > 1 ? `${crash?.id ?? ''}  ` : '';
  return [flow(paint.heading(verdict?.sentence ?? ''), 0), flow(paint.dim(`${name}${verdict?.title ?? ''}`), 2)];
}

function drawFirst(step: FirstStep | null, { say, paint, flow }: Pen): string[] {
  if (step === null) {
    return [];
  }
  const title = step.title === null ? say(LABELS.run) : `${say(LABELS.first)}${say(COLON)}${step.title}`;
  return [
    flow(paint.strong(title), 2),
    ...(step.text === '' ? [] : [flow(step.text, 4)]),
    ...step.commands.map((command) => `    ${paint.code(command)}`),
  ];
}
