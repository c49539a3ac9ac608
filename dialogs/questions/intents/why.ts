import { RULES } from '#src/diagnosis/rules/index.ts';
import { type AnswerPart, accused, evidenceClaims, evidenceOf, type On, part, plain } from '../on.ts';
import { HEADINGS } from '../words.ts';
import { notThem } from './not.ts';

const MOST_EVIDENCE = 3;
const MOST_LEADS = 3;
const MOST_REASONS = 2;
const MOST_COMMANDS = 3;

/** On what the verdict rests; of somebody who is not accused, why not. */
export function why(on: On): AnswerPart[] {
  const { culprit, sentence } = accused(on);
  const { subject } = on.asked;
  if (subject?.kind === 'driver' && subject.image !== culprit) {
    return notThem(on);
  }
  return culprit === 'unknown' ? whyNobody(on, sentence) : whyThem(on, culprit, sentence);
}

function whyThem(on: On, culprit: string, sentence: string): AnswerPart[] {
  const { say, group } = on;
  const found = evidenceOf(on).filter(({ evidence }) => evidence.for && evidence.suspect === culprit);
  const strongest = RULES.find(({ name }) => name === found[0]?.evidence.rule);
  const shared = (group?.reasons ?? []).slice(0, MOST_REASONS).map(plain);
  return [
    ...part([plain(sentence)]),
    ...part(evidenceClaims(on, found, MOST_EVIDENCE), say(HEADINGS.pointsTo)),
    ...part(strongest ? [plain(say(strongest.why))] : [], say(HEADINGS.counts)),
    ...part(shared, say(HEADINGS.shared)),
  ];
}

function whyNobody(on: On, sentence: string): AnswerPart[] {
  const { say, crashes } = on;
  const leads = evidenceOf(on).filter(({ evidence }) => evidence.for);
  const next = crashes[0].reply.nextCommands.slice(0, MOST_COMMANDS);
  return [
    ...part([plain(sentence)]),
    ...part(evidenceClaims(on, leads, MOST_LEADS), say(HEADINGS.leads)),
    ...(next.length === 0
      ? []
      : [
          {
            title: say(HEADINGS.run),
            claims: next.map((one) => plain(one.why)),
            commands: next.map(({ command }) => command),
          },
        ]),
  ];
}
