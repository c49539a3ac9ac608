const MAX_LENGTH = 700;
/** Where line breaks are lost, the label follows its field. */
const FIELD = /^\s{0,20}(?:FAULTING|FOLLOWUP)_IP:/i;
/** What is left of a line must begin with a name and its mark: rules out the rows of stacks, and that is most lines. */
const LABEL_START = /^\s*(?:(?:FAULTING|FOLLOWUP)_IP:\s*)?[\w.]{1,80}[!+|]/i;
const WITH_FUNCTION = /^[\w.]{1,80}![^\s].{0,400}$|^[\w.]{1,80}! \?\?.{0,300}$/;
const WITHOUT_FUNCTION = /^[\w.]{1,80}\+(?:0x)?[0-9a-f]{1,8}$/i;

/**
 * Reads the label above an instruction, as `u` and `r` print it (`nt!memcpy+0x33:`) or as FAULTING_IP does
 * (`nt!memcpy+33`, no colon, hexadecimal without prefix). A source line in brackets may follow; a bar is a misread exclamation mark.
 * @returns `nt!memcpy+0x33`; null where the line is no label
 */
export function codeSymbol(text: string): string | null {
  if (text.length > MAX_LENGTH || !/[!+]/.test(text) || !LABEL_START.test(text)) {
    return null;
  }
  const bracket = text.indexOf(' [');
  const label = (bracket < 0 ? text : text.slice(0, bracket))
    .replace(FIELD, '')
    .trim()
    .replace(/ ?\.{3}$/, '')
    .replace(/:$/, '')
    .replace(/^(?<module>\w{1,80})\|(?=[A-Za-z_?])/, '$<module>!');
  return WITH_FUNCTION.test(label) || WITHOUT_FUNCTION.test(label) ? withPrefix(label) : null;
}

/** Offsets are hexadecimal with or without prefix; the prefix goes on, leading zeros go away. */
export function withPrefix(symbol: string): string {
  return symbol.replace(/\+(?:0x)?(?<digits>[0-9a-f]{1,20})$/i, (_, digits: string) => {
    return `+0x${digits.toLowerCase().replace(/^0+(?=.)/, '')}`;
  });
}
