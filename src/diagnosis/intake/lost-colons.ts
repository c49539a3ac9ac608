/** Names of `!analyze` fields that are no words of a sentence; only these get a lost colon back. */
const NAMES = [
  'BUGCHECK_(?:CODE|P[1-4]|STR)',
  '(?:PROCESS|SYMBOL|MODULE|IMAGE|FOLLOWUP)_NAME',
  'IMAGE_VERSION',
  '(?:FAILURE_)?BUCKET_ID',
  'DEFAULT_BUCKET_ID',
  'FAILURE_ID_HASH',
  'STACK_(?:TEXT|COMMAND)',
  'TRAP_FRAME',
  '(?:FAULTING|FOLLOWUP)_IP',
  '(?:READ|WRITE)_ADDRESS',
  'EXCEPTION_(?:CODE|RECORD)',
  'CURRENT_IRQL',
  'OS_VERSION',
  'BUILDLAB_STR',
  'OSPLATFORM_TYPE',
].join('|');
/** A formatter that lines the values up puts blanks before the colon. */
const SPACED = new RegExp(`^(?<name>\\s{0,8}(?:${NAMES})) {1,24}: {0,8}`);
const FIELD = new RegExp(`^(?<name>\\s{0,8}(?:${NAMES}))(?=(?: {1,8}\\S{1,300})?$| {2,8}\\S)`);
/** The row of a table that somebody made of the fields. */
const CELLS = new RegExp(
  `^\\s{0,4}\\|?\\s{0,4}\`?(?<name>${NAMES})\`? {0,24}\\| {0,24}\`?(?<value>[^|\`]{1,300}?)\`? {0,24}\\|?\\s{0,4}$`,
);
const ARGUMENT = /^(?<name>\s{0,8}Arg[1-4]) {1,4}(?=(?:0x)?[0-9a-f`]{8,17}(?:,|$))/;
/** A prompt that lost its colon and its mark, before what nobody but a debugger's user types. */
const PROMPT = /^(?<processor>\s{0,4}\d{1,3}):? kd>? (?=[!.]\w|k[bcnpv]{0,3}L?$|lm[a-z ]|vertarget|r$)/;
const CAPITAL_A = 65;
const CAPITAL_Z = 90;
const SPACE = 32;

/** Gives `PROCESS_NAME  acme.exe`, `Arg1 0000000000000008, …` and `0 kd kb` the marks back that a filter took. */
export function restoreColons(text: string): string {
  if (text.includes('|')) {
    return text.includes('_') ? text.replace(CELLS, '$<name>:  $<value>') : text;
  }
  const code = text.charCodeAt(0);
  if (code >= CAPITAL_A && code <= CAPITAL_Z) {
    if (text.startsWith('Arg')) {
      return text.replace(ARGUMENT, '$<name>: ');
    }
    return text.includes('_') ? text.replace(SPACED, '$<name>:  ').replace(FIELD, '$<name>:') : text;
  }
  const mayBe = code === SPACE || text.startsWith(' kd', 1) || text.startsWith(' kd', 2) || text.startsWith(' kd', 3);
  return mayBe && text.includes(' kd') ? text.replace(PROMPT, '$<processor>: kd> ') : text;
}
