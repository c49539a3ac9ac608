import type { Case } from '../cases/case.ts';
import { COLON, joined, LIST_COMMA } from '../language/joined.ts';
import { sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { capital, inNames, keptNames } from '../reply/dump-names.ts';
import { forCustomers } from '../reply/for-customers.ts';
import { groupSentence, verdictSentence } from '../reply/words.ts';
import { heading, list, type Mail, paragraph } from './mail.ts';
import { closing } from './mail-frame.ts';
import { MAIL_WORDS } from './mail-words.ts';
import { reportSubject } from './report-mail.ts';

/** The report of a case whose pastes are deleted: what was concluded from them is kept, the lines are not. */
export function pastReportMail(it: Case, language: Language, sender: string | null): Mail {
  const say = sayIn(language);
  const { crashes, groups } = it.summary;
  const names = keptNames(crashes);
  const named = (text: Text) => forCustomers(say(inNames(text, names)));
  const shared = groups.flatMap((group) => [named(groupSentence(group)), ...group.reasons.map(named)]);
  const single = crashes.map(({ id, title, culprit, confidence }) => {
    const isLinked = groups.some((group) => group.culprit !== 'unknown' && group.crashes.includes(id));
    const verdict =
      culprit !== 'unknown'
        ? verdictSentence(culprit, confidence)
        : isLinked
          ? MAIL_WORDS.aloneUnknown
          : MAIL_WORDS.notNamed;
    const name = joined([names.get(id) ?? id, title], LIST_COMMA);
    return `${capital(crashes.length === 1 ? say(title) : say(name))}${say(COLON)}${say(verdict)}`;
  });
  return {
    subject: reportSubject(it, language),
    blocks: [
      paragraph(say(MAIL_WORDS.hello)),
      paragraph(say(MAIL_WORDS.pastesGone)),
      heading(say(MAIL_WORDS.happened)),
      ...list([...shared, ...single]),
      ...closing(sender, say),
    ],
  };
}
