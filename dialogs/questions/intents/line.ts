import { type AnswerPart, accused, type Claim, evidenceClaims, evidenceOf, type On, part, plain } from '../on.ts';
import { namingsOf } from '../seen.ts';
import { HEADINGS, neverSeen } from '../words.ts';

const MOST_EVIDENCE = 5;
const MOST_PLACES = 6;

/** The lines that a verdict rests on, or where a name stands. */
export function line(on: On): AnswerPart[] {
  const { subject } = on.asked;
  const { culprit, sentence } = accused(on);
  if (subject?.kind === 'driver' && subject.image !== culprit) {
    return placesOf(on, subject.image, subject.said);
  }
  const isMeant = (suspect: string) => culprit === 'unknown' || suspect === culprit;
  const found = evidenceOf(on).filter(({ evidence }) => evidence.for && isMeant(evidence.suspect));
  const claims = evidenceClaims(on, found, MOST_EVIDENCE).filter(({ quotes }) => quotes.length > 0);
  return [...part([plain(sentence)]), ...part(claims, on.say(HEADINGS.inPaste))];
}

function placesOf(on: On, image: string, said: string): AnswerPart[] {
  const claims = placeClaims(on, image);
  return claims.length === 0 ? part([plain(on.say(neverSeen(said)))]) : part(claims, on.say(HEADINGS.inPaste));
}

/** Where the crashes that are meant name an image: a claim a crash, its lines below. */
export function placeClaims(on: On, image: string): Claim[] {
  return on.crashes.flatMap((one) => {
    const lines = namingsOf(image, one.diagnosed.crash, on.knowledge).map((naming) => naming.lines);
    const quotes = on.atHand.quote(one.diagnosed.crash, lines.slice(0, MOST_PLACES), image.replace(/\.\w{1,4}$/, ''));
    return quotes.length === 0
      ? []
      : [{ text: `${one.reply.id} ${one.reply.title}`, quotes: quotes.slice(0, MOST_PLACES) }];
  });
}
