/** `**acmeflt.sys**`: bold text within a line; the rows of stars around a heading of `!analyze` hold no word. */
const BOLD = /\*\*(?=[^\s*])(?<text>[^*\n]{1,200})\*\*/g;
/** `[acmeflt.sys](https://…)`: what a page shows of a link is its text. */
const LINK = /\[(?<text>[^\]\n[]{1,200})\]\(https?:\/\/[^)\s]{1,500}\)/g;

/** `__UNEXPECTED_KERNEL_MODE_TRAP (7f)__`: a whole line in bold; names of functions may begin so, none ends so too. */
const BOLD_LINE = /^(?<before>\s{0,8})__(?<text>\S.{0,400}\S)__(?<behind>\s{0,8})$/;
/** Tags of forums, `[COLOR=Blue]…[/COLOR]`. */
const BBCODE = /\[\/?(?:color|size|font|code|quote|spoiler)(?:=[^\]\n]{1,60})?\]/gi;

/** A site that highlights words puts dots around them: `·csrss.exe·`. */
const DOTTED = /[·\u0387](?<word>[\w.$-]{1,80})[·\u0387]/g;

/** What every marked line holds: most have none of it. */
const MARK = /\*\*|__|\[[/a-z]|\]\(|[·\u0387]/i;

/** Takes the marks off that Markdown and forums put around words of a line: bold, tags, and the addresses of links. */
export function stripEmphasis(text: string): string {
  if (!MARK.test(text)) {
    return text;
  }
  const plain = text.includes('](') ? text.replace(LINK, '$<text>') : text;
  const untagged = plain.includes('[') ? plain.replace(BBCODE, '') : plain;
  const unbold = untagged.includes('**') ? untagged.replace(BOLD, '$<text>') : untagged;
  const plainWords = /[·\u0387]/.test(unbold) ? unbold.replace(DOTTED, '$<word>') : unbold;
  return plainWords.includes('__') ? plainWords.replace(BOLD_LINE, '$<before>$<text>$<behind>') : plainWords;
}
