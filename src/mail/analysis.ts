import { COLON } from '../language/joined.ts';
import { type Say, sayIn } from '../language/say.ts';
import { capital, type DumpNames, inNames } from '../reply/dump-names.ts';
import type { Findings } from '../reply/findings.ts';
import { forCustomers } from '../reply/for-customers.ts';
import type { CrashReply, Reply } from '../reply/reply.ts';
import { verdictSentence } from '../reply/words.ts';
import { pointsTo, unnamed } from './cause-sentence.ts';
import { type Block, heading, list, paragraph } from './mail.ts';
import { MAIL_WORDS } from './mail-words.ts';

/** What each dump shows, and what they have in common. */
export function analysis({ reply, names }: Findings): Block[] {
  const { groups, crashes } = reply;
  if (crashes.length === 0) {
    return [];
  }
  const say = sayIn(reply.language);
  const told = crashes.map((crash) =>
    sentences([...happened(crash, names, say), ...verdictOf(crash, reply, say)], say),
  );
  const reasons = groups.flatMap((group) => group.reasons);
  const [only] = told;
  return [
    heading(say(MAIL_WORDS.happened)),
    ...(told.length === 1 && only !== undefined ? [paragraph(only)] : list(told)),
    ...(reasons.length === 0
      ? []
      : [heading(say(MAIL_WORDS.linked)), ...list(reasons.map((reason) => ofCustomers(reason, names, say)))]),
  ];
}

/** Sentences that stand alone, one behind the other. */
function sentences(parts: readonly string[], say: Say): string {
  return parts.map((part) => (/[.。!！?？：:]$/.test(part) ? part : `${part}${say(STOP)}`)).join(say(BETWEEN));
}

const STOP = { en: '.', zh: '。' };
const BETWEEN = { en: ' ', zh: '' };

function happened({ id, title, meaning }: CrashReply, names: DumpNames, say: Say): string[] {
  const name = say(names.get(id) ?? { en: id, zh: id });
  // The name of a dump mostly holds its stop code.
  const code = /^0x[0-9a-f]{1,16}(?= )/i.exec(title)?.[0] ?? title;
  const isSaid = name.includes(code) || code === title;
  const rest = isSaid ? title.slice(code.length).trim() : title;
  const lead = `${capital(name)}${rest === '' ? '' : `${say(COLON)}${rest}`}`;
  return meaning ? [lead, meaning] : [lead];
}

/** "Nobody is accused" below an accusation that holds for this dump too would only confuse. */
function verdictOf({ id, verdict }: CrashReply, { groups, language }: Reply, say: Say): string[] {
  const isLinked = groups.some(({ crashes, culprit }) => culprit !== 'unknown' && crashes.includes(id));
  if (verdict.culprit === 'unknown' && isLinked) {
    return [say(MAIL_WORDS.aloneUnknown)];
  }
  if (verdict.culprit !== 'unknown') {
    const who = pointsTo(verdict.culprit, verdict.confidence);
    return [say({ en: `It points to ${who.en}.`, zh: `${who.zh}。` })];
  }
  const isPlain = verdict.sentence === say(verdictSentence('unknown', verdict.confidence));
  return [isPlain ? say(MAIL_WORDS.notNamed) : unnamed(verdict.sentence, language)];
}

function ofCustomers(reason: string, names: DumpNames, say: Say): string {
  return forCustomers(say(inNames({ en: reason, zh: reason }, names)));
}
