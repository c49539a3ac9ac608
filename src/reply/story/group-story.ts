import type { DiagnosedCrash, Group, GroupReason } from '../../diagnosis/diagnosis.ts';
import { FAILURES } from '../../diagnosis/knowledge/failures.ts';
import { bugcheckTitle } from '../bugcheck-title.ts';
import { namedStory, openStory, type Teller, told } from './crash-story.ts';
import type { Cite, Contribution, Story, StorySentence } from './story.ts';
import { LINKED_ONLY, linkedWith, sameAs, whatLinks } from './story-words.ts';
import { strongest } from './strongest.ts';
import { whatHappened } from './what-happened.ts';

/** Of more the card shows the list behind its button. */
const MOST_TIES = 2;
/** What two dumps share is shown by a line of each; those of the others stand behind the button, too. */
const CITES_OF_TIE = 2;

const ORDER = Object.keys(FAILURES);

/** One story for crashes that have one cause. `members` are those of the group. */
export function groupStory(group: Group, members: readonly DiagnosedCrash[], teller: Teller): Story {
  const leading = mostTelling(members, group.culprit);
  if (!leading) {
    return [];
  }
  const what = told('what', whatHappened(leading), leading, teller);
  const link = linkSentence(group, members, teller);
  if (group.culprit === 'unknown') {
    return [what, ...link, ...openStory(leading, teller)];
  }
  const named = namedStory(members, group, teller);
  if (link.length === 0) {
    return [what, ...named];
  }
  // The screen has room for two reasons: the strongest, and what makes it one of all crashes.
  const best = named.filter(({ part }) => part === 'why').slice(0, 1);
  return [what, ...best, ...link, ...named.filter(({ part }) => part !== 'why')];
}

/** The crash that tells most of what went wrong; of those that name the culprit, where any does. */
function mostTelling(members: readonly DiagnosedCrash[], culprit: string): DiagnosedCrash | undefined {
  const naming = members.filter(({ judgement }) => judgement.verdict.culprit === culprit);
  const rank = ({ judgement: { failure } }: DiagnosedCrash) =>
    failure.kind === null ? ORDER.length : ORDER.indexOf(failure.kind);
  return (naming.length > 0 ? naming : members).toSorted((a, b) => rank(a) - rank(b))[0];
}

/** What ties the crashes together, in as few reasons as reach all of them; the lines behind it, one a crash. */
function linkSentence(
  { reasons, crashes, dumps }: Group,
  members: readonly DiagnosedCrash[],
  teller: Teller,
): readonly StorySentence[] {
  const ties = reachingAll(reasons, crashes).flatMap((reason) => (reason.tie ? [{ ...reason, tie: reason.tie }] : []));
  // That views of one dump are of one dump, the verdict says.
  if (ties.length === 0 || dumps.length === 1) {
    return [];
  }
  const cites = ties.flatMap((reason) => citesOf(reason, members, teller).slice(0, CITES_OF_TIE));
  const once = cites.filter(({ crash }, at) => cites.findIndex((one) => one.crash === crash) === at);
  return [{ part: 'why', text: teller.say(whatLinks(ties, crashes.length)), cites: once }];
}

/** The reasons that reach most crashes first; one that reaches nobody new ties nothing. */
function reachingAll(reasons: readonly GroupReason[], crashes: readonly string[]): readonly GroupReason[] {
  const reached = new Set<string>();
  return reasons
    .toSorted((a, b) => b.crashes.length - a.crashes.length)
    .filter((reason) => {
      const isNew = reason.crashes.some((id) => crashes.includes(id) && !reached.has(id));
      for (const id of reason.crashes) {
        reached.add(id);
      }
      return isNew;
    })
    .slice(0, MOST_TIES);
}

function citesOf({ shown, said }: GroupReason, members: readonly DiagnosedCrash[], { quoteOf }: Teller): Cite[] {
  return members.flatMap((member) => {
    const lines = shown.find(({ crash }) => crash === member.crash.id)?.lines ?? [];
    const [quote] = quoteOf(member)(lines, said.en);
    return quote ? [{ crash: member.crash.id, place: `${quote.line}` }] : [];
  });
}

/** The reason that ties it to one that names the culprit, where there is one. */
function linkOf(id: string, { reasons, culprit }: Group, members: readonly DiagnosedCrash[]): GroupReason | undefined {
  const naming = new Set(
    members.filter(({ judgement }) => judgement.verdict.culprit === culprit).map(({ crash }) => crash.id),
  );
  const own = reasons.filter(({ tie, crashes }) => tie !== null && crashes.includes(id));
  return own.find(({ crashes }) => crashes.some((other) => naming.has(other))) ?? own[0];
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
    const reason = linkOf(id, group, members);
    if (!reason) {
      return { crash: id, title, text: teller.say(LINKED_ONLY), cites: [] };
    }
    const cites = citesOf(reason, [member], teller);
    const before = first.get(reason);
    if (before !== undefined) {
      return { crash: id, title, text: teller.say(sameAs(before)), cites };
    }
    first.set(reason, id);
    const others = reason.crashes.filter((other) => other !== id);
    return {
      crash: id,
      title,
      text: teller.say(linkedWith(others, reason.said)),
      said: teller.say(reason.said),
      cites,
    };
  });
}
