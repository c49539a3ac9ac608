import type { DiagnosedCrash, Diagnosis, Group } from '../diagnosis/diagnosis.ts';
import type { Say } from '../language/say.ts';
import { bugcheckTitle } from './bugcheck-title.ts';
import type { CrashReply, GroupReply, StepReply } from './reply.ts';
import type { Teller } from './story/crash-story.ts';
import { contributions, groupStory } from './story/group-story.ts';
import type { Story } from './story/story.ts';
import { groupSentence, linkedSentence } from './words.ts';

/** What is said of crashes that have one cause; `replies` are those of all crashes. */
export function groupReply(
  group: Group,
  diagnosis: Diagnosis,
  replies: readonly CrashReply[],
  teller: Teller,
): GroupReply {
  const { say } = teller;
  const members = diagnosis.crashes.filter(({ crash }) => group.crashes.includes(crash.id));
  const titles = oneOfEach(group.dumps, members).map((member) => bugcheckTitle(member, say));
  return {
    title: counted(titles).join(' + '),
    crashes: group.crashes,
    dumps: group.dumps,
    culprit: group.culprit,
    confidence: group.confidence,
    likely: group.likely,
    verdict: say(groupSentence(group)),
    story: groupStory(group, members, teller),
    contributions: contributions(group, members, teller),
    reasons: group.reasons.map((reason) => say(reason.text)),
    steps: sharedSteps(group, replies).map((step) => withoutKnown(step, members)),
  };
}

/** Of each dump the view that shows its stop; the first one where none does. */
function oneOfEach(dumps: Group['dumps'], members: readonly DiagnosedCrash[]): DiagnosedCrash[] {
  return dumps.flatMap((dump) => {
    const views = members.filter(({ crash }) => dump.includes(crash.id));
    return views.find(({ bugcheck }) => bugcheck !== null) ?? views[0] ?? [];
  });
}

/** What a view lacks, another view of its dump may show: only the most telling one says what is still to be run. */
function isBeside(id: string, { dumps }: GroupReply): boolean {
  return dumps.some((dump) => dump.includes(id) && dump[0] !== id);
}

/** `2 × 0x3b SYSTEM_SERVICE_EXCEPTION`: the same stop many times is said once. */
function counted(titles: readonly string[]): string[] {
  return [...new Set(titles)].map((title) => {
    const count = titles.filter((other) => other === title).length;
    return count > 1 ? `${count} × ${title}` : title;
  });
}

/** The steps of the group's surest crash with the group's culprit. */
function sharedSteps({ crashes, culprit }: Group, replies: readonly CrashReply[]): CrashReply['steps'] {
  const members = replies.filter(({ id, verdict }) => crashes.includes(id) && verdict.culprit === culprit);
  const sureness = ['high', 'medium', 'low'];
  const surest = members.sort(
    (a, b) => sureness.indexOf(a.verdict.confidence) - sureness.indexOf(b.verdict.confidence),
  )[0];
  return surest?.steps ?? [];
}

/** What one of its dumps shows of a file already, nobody has to ask of another. */
function withoutKnown(step: StepReply, members: readonly DiagnosedCrash[]): StepReply {
  const known = members.flatMap(({ crash }) => crash.facts.modules.filter(({ detailed }) => detailed));
  const shown = new Set(known.map(({ name }) => `lmvm ${name.toLowerCase()}`));
  return { ...step, commands: step.commands.filter((command) => !shown.has(command.toLowerCase())) };
}

/** What was said of the group already is not said again, and a dump that names nobody refers to those that do. */
export function withinGroups(crash: CrashReply, groups: readonly GroupReply[], say: Say): CrashReply {
  const group = groups.find(({ crashes }) => crashes.includes(crash.id));
  if (!group) {
    return crash;
  }
  const { culprit } = group;
  const isOpen = crash.verdict.culprit === 'unknown';
  const isAnswered = crash.verdict.culprit === culprit || (isOpen && culprit !== 'unknown');
  const said = new Set(group.steps.map(({ title }) => title));
  // What is asked of a dump that names nobody alone is answered by those that it is linked with.
  const steps = isAnswered && group.steps.length > 0 ? [] : crash.steps.filter(({ title }) => !said.has(title));
  const own = { ...crash, steps, nextCommands: isBeside(crash.id, group) ? [] : crash.nextCommands };
  if (!isOpen || culprit === 'unknown') {
    return own;
  }
  const sentence = say(linkedSentence(crash.id, group));
  return { ...own, verdict: { ...crash.verdict, sentence }, story: linkedStory(crash, group, sentence) };
}

/** What happened is its own; why, it shares. */
function linkedStory({ id, story }: CrashReply, { contributions: added }: GroupReply, sentence: string): Story {
  const link = added.find(({ crash }) => crash === id);
  return [
    ...story.filter(({ part }) => part === 'what'),
    { part: 'why', text: sentence, cites: [] },
    ...(link ? [{ part: 'why' as const, text: link.said ?? link.text, cites: link.cites }] : []),
  ];
}
