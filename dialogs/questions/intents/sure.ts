import { kindOfRival } from '#src/reply/rival-words.ts';
import {
  type AnswerPart,
  accused,
  type Claim,
  claimAt,
  evidenceClaims,
  evidenceOf,
  type On,
  part,
  plain,
} from '../on.ts';
import { HEADINGS, NOBODY_NAMED, promise } from '../words.ts';

const MOST_LIMITS = 2;
const MOST_AGAINST = 2;
const MOST_RIVALS = 3;
const MOST_COMMANDS = 3;

/** How sure a verdict is, when it would be wrong, and what is left beside it. */
export function sure(on: On): AnswerPart[] {
  const { say } = on;
  const { culprit, confidence, sentence } = accused(on);
  if (culprit === 'unknown') {
    const commands = on.crashes[0].reply.nextCommands.slice(0, MOST_COMMANDS).map(({ command }) => command);
    return [...part([plain(sentence)]), { claims: [plain(say(NOBODY_NAMED))], commands }];
  }
  const about = evidenceOf(on).filter(({ evidence }) => evidence.suspect === culprit);
  const speaksFor = about.filter(({ evidence }) => evidence.for);
  const against = about.filter(({ evidence }) => !evidence.for);
  const limits = [...new Set(speaksFor.map(({ evidence }) => say(evidence.unless)))];
  return [
    ...part([plain(sentence), plain(say(promise(confidence)))]),
    ...part(evidenceClaims(on, speaksFor, 1), say(HEADINGS.pointsTo)),
    ...part(
      limits.slice(0, MOST_LIMITS).map((limit) => plain(limit)),
      say(HEADINGS.wrongIf),
    ),
    ...part(evidenceClaims(on, against, MOST_AGAINST), say(HEADINGS.against)),
    ...part(excluded(on), say(HEADINGS.out)),
    ...part(remaining(on), say(HEADINGS.left)),
  ];
}

function excluded(on: On): Claim[] {
  const [one] = on.crashes;
  return one.diagnosed.judgement.excluded.slice(0, MOST_RIVALS).map(({ rival, because, lines }) => {
    const claim = claimAt(on, one, because, lines);
    return { ...claim, text: `${on.say(kindOfRival(rival))} – ${claim.text}` };
  });
}

function remaining({ crashes: [one], say }: On): Claim[] {
  return one.diagnosed.judgement.remaining
    .slice(0, MOST_RIVALS)
    .map(({ rival, suspect }) => plain(suspect ?? say(kindOfRival(rival))));
}
