import type { Line } from '../../intake/line.ts';

/** A string of a program: what a form suggests, a test expects or a prank shows is nobody's stop. */
const STRING =
  /^\s{0,40}(?:[\w.$-]{1,60}\s{0,4}[:=(]{1,2}\s{0,4}|[[({]\s{0,4})?[rfbu]?(?<quote>['"`]).{0,780}\k<quote>[\s\w,;:)\]}+\\]{0,12}$/;
/** What tools print as JSON has its keys in quotes, and is read as output. */
const JSON_FIELD = /^\s{0,40}"[^"]{1,60}"\s{0,4}:/;
/** The cheap look before them. */
const QUOTED = /['"`][\s\w,;:)\]}+\\]{0,12}$/;
const PROGRAM: readonly RegExp[] = [
  /[)}\]'"`];\s{0,4}$/,
  /=>|\w\(\)|\w=\{|\/>\s{0,4}$|\\n["'`]\s{0,4}$/,
  /^\s{0,40}(?:const|let|var|def|class|function|import|export|return|await|public|private|static|insert into|select|values)\b.{0,200}[({=;'"]\s{0,4}$/i,
  /^\s{0,40}[\w.$]{1,60}\s{0,2}[:=]\s{0,2}(?:'[^']{0,400}'|"[^"]{0,400}"|`[^`]{0,400}`|[\w.()[\]]{1,80}),\s{0,4}$/,
  /^\s{0,40}\w{1,40}(?:\.\w{1,40}){0,4}\($/,
  /^\s{0,40}(?:def|class|for|if|while|with) .{1,200}:\s{0,4}$|^\s{0,40}[A-Za-z_][\w.]{0,60} = \S/,
  /^\s{0,40}[}\])]{1,3}[;,]\s{0,4}$/,
];
/** So near stand other lines of the program. */
const NEAR = 4;
const FEWEST = 2;

/** The numbers of the lines that are strings of a program which somebody pasted, with what stands around them. */
export function programLines(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [at, { text, lines: place }] of lines.entries()) {
    if (!QUOTED.test(text.slice(-16)) || JSON_FIELD.test(text) || !STRING.test(text)) {
      continue;
    }
    const around = lines.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    if (around.filter(isProgram).length >= FEWEST) {
      found.add(place[0]);
    }
  }
  return found;
}

function isProgram({ text }: Line): boolean {
  return !JSON_FIELD.test(text) && PROGRAM.some((pattern) => pattern.test(text));
}
