import { joined, LIST_COMMA } from '../language/joined.ts';
import { sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import type { Findings } from '../reply/findings.ts';
import type { Reply, StepReply } from '../reply/reply.ts';
import type { VendorRecord } from '../reply/vendor-record.ts';
import { type Block, code, heading, paragraph } from './mail.ts';
import { MAIL_WORDS } from './mail-words.ts';
import { ended } from './next-step.ts';
import { inLanguage } from './placeholders.ts';

const MOST_STEPS = 6;

/** What several crashes share comes first, and a step that several ask for is said once. */
export function stepsOf({ groups, crashes }: Reply): StepReply[] {
  const distinct = new Map<string, StepReply>();
  for (const step of [...groups, ...crashes].flatMap((each) => each.steps)) {
    if (!distinct.has(step.title)) {
      distinct.set(step.title, step);
    }
  }
  return [...distinct.values()].slice(0, MOST_STEPS);
}

type Told = Pick<Findings, 'records' | 'vendorSteps'>;

/** The steps, numbered; of the first only where the mail is a short one. */
export function stepBlocks(steps: readonly StepReply[], findings: Told, language: Language): Block[] {
  if (steps.length === 0) {
    return [];
  }
  return [
    heading(MAIL_WORDS.steps[language]),
    ...steps.flatMap((step, index) => oneStep(step, steps.length > 1 ? `${index + 1}. ` : '', findings, language)),
  ];
}

function oneStep(step: StepReply, number: string, { records, vendorSteps }: Told, language: Language): Block[] {
  const say = sayIn(language);
  // Its text is what the vendor is told of one dump; the report has a part of its own with all of them.
  if (vendorSteps.has(step.title) && records.length > 0) {
    return [paragraph(say(tellVendor(step.title, number, records)))];
  }
  const { title, text, reason } = step;
  const inTongue = (commands: readonly string[]) => commands.map((command) => inLanguage(command, language));
  return [
    paragraph(
      { en: `${number}${ended(title, '.')} ${text} ${reason}`, zh: `${number}${ended(title, '：')}${text}${reason}` }[
        language
      ],
    ),
    ...code(inTongue(step.commands)),
    ...(step.undo.length > 0 ? [paragraph(say(MAIL_WORDS.undo)), ...code(inTongue(step.undo))] : []),
  ];
}

function tellVendor(title: string, number: string, records: readonly VendorRecord[]): Text {
  const whom = joined([...new Map(records.map(makerOf)).values()], LIST_COMMA);
  const { en, zh } = MAIL_WORDS.vendorFacts;
  return {
    en: `${number}${title}: ${whom.en}. Everything that they need to begin with stands under "${en}" at the end of this mail. Please ask whether the problem is known, in which version it is fixed, and which further data they need.`,
    zh: `${number}${title}（${whom.zh}）：厂商着手分析所需的信息见文末“${zh}”。请一并询问：是否为已知问题、在哪个版本修复、还需要哪些数据。`,
  };
}

function makerOf({ image, vendor }: VendorRecord): [string, Text] {
  return [
    vendor ?? image,
    vendor === null ? { en: `the maker of ${image}`, zh: `${image} 的厂商` } : { en: vendor, zh: vendor },
  ];
}
