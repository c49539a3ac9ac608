/** What mail, chat, PDF and people do to a paste. Each is one function from text to text. */
export interface Damage {
  readonly name: string;
  readonly apply: (text: string) => string;
  /** Share of the values that must survive, where it is less than the usual one. */
  readonly target?: number;
}

const eachLine = (change: (line: string, index: number) => string) => (text: string) =>
  text.split('\n').map(change).join('\n');

const replaceAll = (from: RegExp, to: string) => (text: string) => text.replace(from, to);

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const hardBlanks = (line: string) => escapeHtml(line).replace(/ {2,}/g, (run) => ` ${'&nbsp;'.repeat(run.length - 1)}`);

/** As a mail gateway or a PDF does it: cut at the column, wherever that falls. */
export function wrapAt(width: number): (text: string) => string {
  return (text) =>
    text
      .split('\n')
      .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
      .join('\n');
}

/** As a mail program does it: each line broken between words, none within one. */
function wrapWordsAt(width: number): (text: string) => string {
  return (text) =>
    text
      .split('\n')
      .flatMap((line) => wordRows(line, width))
      .join('\n');
}

function wordRows(line: string, width: number): string[] {
  if (line.length <= width) {
    return [line];
  }
  const rows: string[] = [];
  let row = '';
  // Blanks stay with the word before them, as far as they fit.
  for (const word of line.match(/\s*\S+\s*/g) ?? []) {
    if (row !== '' && row.length + word.trimEnd().length > width) {
      rows.push(row.trimEnd());
      row = '';
    }
    row += word;
  }
  return [...rows, row.trimEnd()];
}

const clock = (index: number) =>
  `${String(9 + Math.floor(index / 3600)).padStart(2, '0')}:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;

const NO_BLANK = 'all line breaks gone without a blank';

const LAYOUT_DAMAGES: readonly Damage[] = [
  { name: 'CRLF', apply: replaceAll(/\n/g, '\r\n') },
  { name: 'tabs', apply: replaceAll(/ {4}/g, '\t') },
  { name: 'blank lines doubled', apply: replaceAll(/\n/g, '\n\n') },
  { name: 'blank lines gone', apply: replaceAll(/\n{2,}/g, '\n') },
  { name: 'runs of blanks made one', apply: replaceAll(/ {2,}/g, ' ') },
  { name: 'indented', apply: eachLine((line) => `    ${line}`) },
  { name: 'line ends padded', apply: eachLine((line) => line.padEnd(130)) },
  { name: 'all line breaks gone', apply: replaceAll(/\s*\n\s*/g, ' ') },
  // A compose box that takes the line feeds out puts nothing in their place.
  { name: NO_BLANK, apply: replaceAll(/\s*\n/g, ''), target: 0.98 },
];

const PREFIX_DAMAGES: readonly Damage[] = [
  { name: 'quoted with >', apply: eachLine((line) => `> ${line}`) },
  { name: 'quoted twice', apply: eachLine((line) => `> > ${line}`) },
  { name: 'quoted with |', apply: eachLine((line) => `| ${line}`) },
  { name: 'numbered 1:', apply: eachLine((line, index) => `${index + 1}: ${line}`) },
  { name: 'numbered 1.', apply: eachLine((line, index) => `${index + 1}. ${line}`) },
  { name: 'time before each line', apply: eachLine((line, index) => `[${clock(index)}] ${line}`) },
  { name: 'nickname before each line', apply: eachLine((line) => `mei.lin: ${line}`) },
  { name: 'commented with #', apply: eachLine((line) => `# ${line}`) },
  { name: 'commented with //', apply: eachLine((line) => `// ${line}`) },
  { name: 'listed with -', apply: eachLine((line) => `- ${line}`) },
  { name: 'time and nickname', apply: eachLine((line, index) => `${clock(index)} <mei> ${line}`) },
];

const CHARACTER_DAMAGES: readonly Damage[] = [
  { name: 'NBSP', apply: replaceAll(/ /g, '\u00a0') },
  { name: 'zero-width spaces', apply: replaceAll(/[!_`]/g, '$&\u200b') },
  {
    name: 'full-width',
    apply: (text) => text.replace(/[!-~]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0)),
  },
  { name: 'smart quotes', apply: (text) => text.replace(/'/g, '’').replace(/"/g, '”') },
  { name: 'long dashes', apply: (text) => text.replace(/--/g, '—').replace(/ - /g, ' – ') },
  { name: 'upper case', apply: (text) => text.toUpperCase() },
  { name: 'Ox for 0x', apply: replaceAll(/\b0x/g, 'Ox') },
  { name: '| for !', apply: replaceAll(/(?<before>[A-Za-z])!(?<after>[A-Za-z_])/g, '$<before>|$<after>') },
  { name: 'smileys', apply: (text) => text.replace(/:D/g, '😀').replace(/:P/g, '😛').replace(/\(A\)/g, '😇') },
];

const BACKTICK_DAMAGES: readonly Damage[] = [
  { name: 'backticks lost', apply: replaceAll(/`/g, '') },
  { name: 'backticks made blanks', apply: replaceAll(/`/g, ' ') },
  { name: 'backticks made quotes', apply: replaceAll(/`/g, "'") },
  { name: 'backticks made smart quotes', apply: replaceAll(/`/g, '‘') },
  { name: 'backticks made carets', apply: replaceAll(/`/g, '^') },
  {
    name: 'backticks made <code>',
    apply: eachLine((line) => {
      let open = false;
      return escapeHtml(line).replace(/`/g, () => {
        open = !open;
        return open ? '<code>' : '</code>';
      });
    }),
  },
];

const MARKUP_DAMAGES: readonly Damage[] = [
  { name: 'HTML <br>', apply: (text) => text.split('\n').map(hardBlanks).join('<br>\n') },
  { name: 'HTML <br> on one line', apply: (text) => text.split('\n').map(hardBlanks).join('<br/>') },
  {
    name: 'HTML <p>',
    apply: (text) =>
      text
        .split('\n')
        .map((line) => `<p>${hardBlanks(line) || '&nbsp;'}</p>`)
        .join(''),
  },
  {
    name: 'HTML <div>',
    apply: (text) =>
      `<div>${text
        .split('\n')
        .map((line) => `<div>${hardBlanks(line)}</div>`)
        .join('\n')}</div>`,
  },
  {
    name: 'Teams code block',
    apply: (text) =>
      `<codeblock class="plaintext"><code>${text.split('\n').map(hardBlanks).join('<br>')}</code></codeblock>`,
  },
  { name: 'HTML <pre>', apply: (text) => `<pre><code class="language-text">${escapeHtml(text)}</code></pre>` },
  { name: 'markdown escapes', apply: replaceAll(/[_*$`]/g, '\\$&') },
  {
    name: 'each line in backticks',
    apply: eachLine((line) => (line.trim() === '' ? line : `\`${line.replaceAll('`', "'")}\``)),
  },
  { name: 'markdown fence', apply: (text) => `\`\`\`\n${text}\n\`\`\`` },
  { name: 'list markers eaten', apply: replaceAll(/^(?:[*-]+|\d+[.)])(?=\s|$)/gm, '') },
];

const WRAP_DAMAGES: readonly Damage[] = [
  ...[60, 66, 72, 76, 80, 90, 100, 110, 120, 132].map((width) => ({
    name: `wrapped at ${width}`,
    apply: wrapAt(width),
  })),
  ...[66, 72, 78].map((width) => ({ name: `words wrapped at ${width}`, apply: wrapWordsAt(width) })),
];

export const DAMAGES: readonly Damage[] = [
  ...LAYOUT_DAMAGES,
  ...PREFIX_DAMAGES,
  ...CHARACTER_DAMAGES,
  ...BACKTICK_DAMAGES,
  ...MARKUP_DAMAGES,
  ...WRAP_DAMAGES,
];

/** Pairs that occur together in nature: a mail quoted, wrapped and with its backticks lost. */
export const COMBINED_DAMAGES: readonly Damage[] = [
  ['wrapped at 76', 'quoted with >'],
  ['wrapped at 80', 'backticks lost'],
  ['backticks lost', 'HTML <br>'],
  ['NBSP', 'CRLF'],
  ['quoted with >', 'blank lines doubled'],
  ['markdown escapes', 'indented'],
  ['all line breaks gone', 'backticks lost'],
  ['wrapped at 72', 'CRLF'],
  ['upper case', 'backticks made blanks'],
  ['wrapped at 100', 'all line breaks gone'],
  ['wrapped at 76', 'all line breaks gone'],
  ['wrapped at 90', 'zero-width spaces'],
  ['zero-width spaces', 'wrapped at 80'],
  ['markdown escapes', 'HTML <br>'],
  ['markdown escapes', 'HTML <p>'],
  ['markdown escapes', 'wrapped at 80'],
  ['wrapped at 80', 'markdown escapes'],
  ['quoted with >', 'HTML <div>'],
  ['quoted with >', 'wrapped at 76'],
  ['wrapped at 72', 'quoted twice'],
  ['numbered 1:', 'backticks lost'],
  ['time and nickname', 'NBSP'],
  ['backticks made blanks', 'wrapped at 80'],
  ['backticks lost', 'quoted with |'],
  ['NBSP', 'all line breaks gone'],
  ['HTML <br>', 'quoted with >'],
  ['wrapped at 100', 'HTML <br>'],
  ['full-width', 'wrapped at 80'],
  ['wrapped at 80', 'full-width'],
  ['Ox for 0x', 'upper case'],
  ['| for !', 'backticks made quotes'],
  ['blank lines doubled', 'wrapped at 80'],
  ['wrapped at 80', 'blank lines doubled'],
  ['indented', 'wrapped at 90'],
  ['wrapped at 90', 'indented'],
  ['list markers eaten', 'backticks lost'],
  ['commented with //', 'backticks lost'],
  ['listed with -', 'NBSP'],
  ['wrapped at 76', 'wrapped at 60'],
  ['wrapped at 76', 'HTML <div>'],
  ['wrapped at 76', 'runs of blanks made one'],
  ['backticks made <code>', 'wrapped at 76'],
  ['numbered 1:', 'wrapped at 72'],
  ['numbered 1:', 'all line breaks gone'],
  ['quoted with >', 'all line breaks gone'],
  ['quoted with >', 'commented with //'],
  ['all line breaks gone', 'wrapped at 80'],
  ['zero-width spaces', 'markdown escapes'],
  ['upper case', '| for !'],
  ['each line in backticks', 'commented with #'],
  ['each line in backticks', 'backticks made quotes'],
  ['each line in backticks', 'wrapped at 100'],
  ['numbered 1.', 'commented with //'],
  [NO_BLANK, 'backticks made smart quotes'],
  ['markdown escapes', 'backticks made quotes'],
].map((names) => ({
  name: names.join(' + '),
  apply: (text) => names.reduce((damaged, name) => named(name).apply(damaged), text),
  ...(isLossy(names) ? { target: 0.98 } : {}),
}));

/**
 * A wrap whose newline became a blank leaves `+0x1 16` and `.sy s`: nothing tells that blank from a printed one. Where the
 * newline left nothing, a word may run into the next.
 */
function isLossy(names: readonly string[]): boolean {
  if (names.includes(NO_BLANK)) {
    return true;
  }
  return names.at(-1) === 'all line breaks gone' && (names[0] ?? '').startsWith('wrapped');
}

function named(name: string): Damage {
  const damage = DAMAGES.find((candidate) => candidate.name === name);
  if (!damage) {
    throw new Error(`no damage is called "${name}"`);
  }
  return damage;
}
