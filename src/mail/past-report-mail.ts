import type { Case } from '../cases/case.ts';
import { COLON } from '../language/joined.ts';
import { sayIn } from '../language/say.ts';
import type { Language } from '../language/text.ts';
import { groupSentence, verdictSentence } from '../reply/words.ts';
import { heading, list, type Mail, paragraph } from './mail.ts';
import { closing } from './mail-frame.ts';
import { MAIL_WORDS, sharesCause } from './mail-words.ts';
import { reportSubject } from './report-mail.ts';

/** The report of a case whose pastes are deleted: what was concluded from them is kept, the lines are not. */
export function pastReportMail(it: Case, language: Language, sender: string | null): Mail {
  const say = sayIn(language);
  const { crashes, groups } = it.summary;
  const shared = groups.flatMap(({ crashes: ids, culprit, confidence, reasons }) => [
    say(groupSentence(ids, culprit, confidence)),
    ...reasons.map(say),
  ]);
  const single = crashes.map(({ id, title, culprit, confidence }) => {
    const group = groups.find((other) => other.culprit !== 'unknown' && other.crashes.includes(id));
    const others = group?.crashes.filter((other) => other !== id) ?? [];
    const verdict = culprit === 'unknown' && group ? sharesCause(others) : verdictSentence(culprit, confidence);
    return `${id} ${say(title)}${say(COLON)}${say(verdict)}`;
  });
  return {
    subject: reportSubject(it, language),
    blocks: [
      paragraph(say(MAIL_WORDS.hello)),
      paragraph(say(MAIL_WORDS.pastesGone)),
      heading(say(MAIL_WORDS.concluded)),
      ...list([...shared, ...single]),
      ...closing(sender, say),
    ],
  };
}
