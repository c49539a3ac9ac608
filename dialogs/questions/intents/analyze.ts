import { look } from '#src/diagnosis/look.ts';
import { asList, inWords } from '#src/diagnosis/rules/caveats.ts';
import { RULES } from '#src/diagnosis/rules/index.ts';
import { driverRole } from '#src/diagnosis/views/driver-role.ts';
import {
  type AnswerPart,
  accused,
  claimAt,
  evidenceClaims,
  evidenceOf,
  type On,
  type One,
  part,
  plain,
} from '../on.ts';
import { blamesOther, blamesSame, HEADINGS, NO_BLAME, WHY_ANALYZE } from '../words.ts';
import { notThem } from './not.ts';

const MOST_AGAINST = 2;

/** Why the debugger's own analysis names what it names, and why the verdict does or does not follow it. */
export function analyze(on: On): AnswerPart[] {
  const { say, asked } = on;
  const one = on.crashes.find((each) => blamed(each, on) !== null) ?? on.crashes[0];
  const image = blamed(one, on);
  const { subject } = asked;
  const other = subject?.kind === 'driver' && subject.image !== image ? notThem(on) : [];
  if (image === null) {
    return [...part([plain(say(NO_BLAME))]), ...other];
  }
  const { culprit, againstAnalyze, sentence } = accused(on);
  const lines = one.diagnosed.crash.facts.fields
    .filter(({ name }) => name === 'IMAGE_NAME' || name === 'MODULE_NAME' || name === 'SYMBOL_NAME')
    .map((field) => field.lines);
  if (image === culprit) {
    return [...part([claimAt(on, one, blamesSame(image), lines)]), ...other];
  }
  const against = evidenceOf(on).filter(({ evidence }) => !evidence.for && evidence.suspect === image);
  const speaksFor = evidenceOf(on).filter(({ evidence }) => evidence.for && evidence.suspect === culprit);
  const rule = RULES.find(({ name }) => name === 'analyze-blame');
  return [
    ...part([claimAt(on, one, blamesOther(image), lines)]),
    ...part([...(againstAnalyze === null ? [] : [plain(againstAnalyze)]), plain(sentence)]),
    ...part(evidenceClaims(on, speaksFor, 1), say(HEADINGS.pointsTo)),
    ...part(evidenceClaims(on, against, MOST_AGAINST), say(HEADINGS.speaksAgainst)),
    ...part(
      [plain(say(WHY_ANALYZE)), ...(rule ? [plain(say(inWords(asList(rule.unless))))] : [])],
      say(HEADINGS.counts),
    ),
    ...other,
  ];
}

function blamed({ diagnosed: { crash } }: One, { knowledge }: On): string | null {
  const name = crash.image ?? crash.module;
  return name === null ? null : (driverRole(name, look(crash, knowledge))?.image ?? name.toLowerCase());
}
