/** A day has one digest: at which hour of it one thinks of something changes nothing. */
const CLOSE_OF_DAY =
  '(?:eod|cob|c\\.o\\.b\\.|close of business|end of (?:the )?(?:business )?day|end of business|noon|midday|first thing)';
const CLOCK = "(?:at )?\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]\\.?m\\.?| ?o'clock)";
const PART_OF_DAY = new RegExp(
  `(?:(?: in the|,)? (?:early |late )?(?:morning|afternoon|evening|night)| ${CLOSE_OF_DAY}|,? ${CLOCK}| at \\d{1,2}(?:[:.]\\d{2})?)$`,
);
const PART_OF_DAY_FIRST = new RegExp(`^(?:${CLOSE_OF_DAY}|${CLOCK}),? (?:on )?`);
const PART_OF_DAY_ZH =
  /(?:下班(?:之?前|以前)?|收工前|一早|一大早|早上|早晨|上午|中午|下午|傍晚|晚上|晚间)?(?: ?\d{1,2}[:：点時时](?:\d{2}|半|整)?(?:分)?)?$/u;
const AROUND =
  /^(?:by|before|around|about|until|till|not before|after(?! \d| an? )|sometime|some time|on) |(?<=.{2})(?:之?前|以前|左右|之?内|以内|吧|再)$/u;

/** A phrase for a day without the hour, and without what only says about when: `by Friday EOD`, `周五下班前`. */
export function withoutHour(text: string): string {
  const behind = text.replace(AROUND, '').replace(PART_OF_DAY_FIRST, '').replace(PART_OF_DAY, '');
  const day = behind.replace(PART_OF_DAY_ZH, '').replace(AROUND, '').trim();
  return day === '' ? text.trim() : day;
}
