import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { sayIn } from '#src/language/say.ts';
import type { Language } from '#src/language/text.ts';
import type { GroupReply } from '#src/reply/reply.ts';
import type { Asked, CrashRef } from './asked.ts';
import type { AtHand } from './at-hand.ts';
import type { On, One } from './on.ts';

/** What a question is answered from; null where it names a crash that is not there. */
export function answeredFrom(asked: Asked, atHand: AtHand, knowledge: Knowledge, language: Language): On | null {
  const reply = atHand.reply(language);
  const all = atHand.diagnosis.crashes.flatMap((diagnosed): One[] => {
    const told = reply.crashes.find(({ id }) => id === diagnosed.crash.id);
    return told ? [{ diagnosed, reply: told }] : [];
  });
  const meant = asked.crash
    ? named(asked.crash, all, reply.groups)
    : all.filter(({ reply: { id } }) => atHand.latest.includes(id));
  const group = asked.crash ? null : sharedGroup(meant, reply.groups);
  const members = group ? all.filter(({ reply: { id } }) => group.crashes.includes(id)) : meant;
  const [first, ...others] = tellingFirst(members, group);
  if (!first) {
    return null;
  }
  return { asked, atHand, crashes: [first, ...others], group, groups: reply.groups, knowledge, say: sayIn(language) };
}

function named(ref: CrashRef, all: readonly One[], groups: readonly GroupReply[]): readonly One[] {
  switch (ref.kind) {
    case 'other': {
      const [first] = tellingFirst(all, sharedGroup(all, groups));
      return all.filter((one) => one !== first);
    }
    case 'id':
      return all.filter(({ reply }) => reply.id === ref.id);
    case 'place':
      return ref.place === 'last' ? all.slice(-1) : all.slice(ref.place - 1, ref.place);
    case 'code':
      return all.filter(({ diagnosed: { crash, bugcheck } }) =>
        [crash.bugcheck?.code, bugcheck?.code].includes(ref.code),
      );
    case 'name':
      return all.filter(({ diagnosed: { crash } }) => crash.name === ref.name);
  }
}

/** What the crashes have in common, or most of them: who asks "why" below several wants to know of that first. */
function sharedGroup(meant: readonly One[], groups: readonly GroupReply[]): GroupReply | null {
  const count = ({ crashes }: GroupReply) => meant.filter(({ reply }) => crashes.includes(reply.id)).length;
  const best = groups.toSorted((a, b) => count(b) - count(a))[0];
  return best && count(best) > 0 && count(best) * 2 >= meant.length ? best : null;
}

const SURENESS = ['high', 'medium', 'low'];

/** First those that accuse whom the group accuses, the surest before the others. */
function tellingFirst(crashes: readonly One[], group: GroupReply | null): readonly One[] {
  const rank = ({ reply: { verdict } }: One) =>
    (verdict.culprit === 'unknown' ? 10 : group && verdict.culprit !== group.culprit ? 5 : 0) +
    SURENESS.indexOf(verdict.confidence);
  return crashes.toSorted((a, b) => rank(a) - rank(b));
}
