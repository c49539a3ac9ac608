import type { DiagnosedCrash, Group, GroupReason } from '../../diagnosis/diagnosis.ts';
import { FAILURES } from '../../diagnosis/knowledge/failures.ts';
import { bugcheckTitle } from '../bugcheck-title.ts';
import { namedStory, openStory, type Teller, told } from './crash-story.ts';
import type { Contribution, Story } from './story.ts';
import { LINKED_ONLY, sameAs } from './story-words.ts';
import { strongest } from './strongest.ts';
import { whatHappened } from './what-happened.ts';

const ORDER = Object.keys(FAILURES);

/** One story for crashes that have one cause. `members` are those of the group. */
export function groupStory(group: Group, members: readonly DiagnosedCrash[], teller: Teller): Story {
  const leading = mostTelling(members, group.culprit);
  if (!leading) {
    return [];
  }
  const what = told('what', whatHappened(leading), leading, teller);
  if (group.culprit === 'unknown') {
    return [what, ...openStory(leading, teller)];
  }
  return [what, ...namedStory(members, group, teller)];
}

/** The crash that tells most of what went wrong; of those that name the culprit, where any does. */
function mostTelling(members: readonly DiagnosedCrash[], culprit: string): DiagnosedCrash | undefined {
  const naming = members.filter(({ judgement }) => judgement.verdict.culprit === culprit);
  const rank = ({ judgement: { failure } }: DiagnosedCrash) =>
    failure.kind === null ? ORDER.length : ORDER.indexOf(failure.kind);
  return (naming.length > 0 ? naming : members).toSorted((a, b) => rank(a) - rank(b))[0];
}

/** What each crash of a group adds: its best finding on the culprit, else the reason that links it. */
export function contributions(
  group: Group,
  members: readonly DiagnosedCrash[],
  teller: Teller,
): readonly Contribution[] {
  const first = new Map<GroupReason, string>();
  return members.map((member) => {
    const { id } = member.crash;
    const title = bugcheckTitle(member, teller.say);
    const [best] = strongest([member], group.culprit);
    if (best) {
      const { text, cites } = told('why', best.evidence, member, teller);
      return { crash: id, title, text, cites };
    }
    const reason = group.reasons.find(({ crashes }) => crashes.includes(id));
    const before = reason && first.get(reason);
    if (reason && before === undefined) {
      first.set(reason, id);
    }
    const text = before === undefined ? (reason?.text ?? LINKED_ONLY) : sameAs(before);
    return { crash: id, title, text: teller.say(text), cites: [] };
  });
}
