/** What one room of the house may import. */
export interface Row {
  /** Folder or file the row is about; the longest match holds. */
  readonly place: string;
  /** Folders, files or packages that it may import, besides itself and `src/language`. */
  readonly may: readonly string[];
  /** Why nothing else. */
  readonly because: string;
}

const FACTS = 'src/diagnosis/facts.ts';
const CRASH = 'src/diagnosis/crash.ts';
const DIAGNOSIS = 'src/diagnosis/diagnosis.ts';
const LOOK = 'src/diagnosis/look.ts';
const KNOWLEDGE = 'src/diagnosis/knowledge';
const NAMES = 'src/diagnosis/names';
const VIEWS = 'src/diagnosis/views';
const RULES = 'src/diagnosis/rules';

/** Who may import whom: a row for every folder, and each permission is used. */
export const TABLE: readonly Row[] = [
  { place: 'src/language', may: ['zod'], because: 'words in two languages, for everybody' },

  // The diagnosis is pure: no chat, model, store, clock, environment.
  { place: 'src/diagnosis/facts', may: [], because: 'the contract between parsers and rules stands alone' },
  { place: FACTS, may: ['src/diagnosis/facts'], because: 'the contract between parsers and rules stands alone' },
  { place: CRASH, may: [FACTS], because: 'a view on facts' },
  { place: 'src/diagnosis/intake', may: [FACTS, 'htmlparser2'], because: 'cleaning knows no rules and no knowledge' },
  { place: NAMES, may: [FACTS], because: 'what a name may hold depends on nobody who reads or uses it' },
  {
    place: 'src/diagnosis/parsers',
    may: [FACTS, NAMES, 'src/diagnosis/intake/line.ts', 'src/diagnosis/intake/first-code.ts'],
    because: 'a parser reads text, it judges nothing',
  },
  {
    place: 'src/diagnosis/reading',
    may: [FACTS, CRASH, DIAGNOSIS, 'src/diagnosis/intake', 'src/diagnosis/parsers', KNOWLEDGE, VIEWS],
    because: 'where a dump begins and ends is read, not judged',
  },
  {
    place: 'src/diagnosis/read-crashes.ts',
    may: [FACTS, CRASH, DIAGNOSIS, 'src/diagnosis/intake', 'src/diagnosis/parsers', 'src/diagnosis/reading'],
    because: 'reading ends where judging begins',
  },
  {
    place: 'src/diagnosis/collecting',
    may: [KNOWLEDGE, VIEWS],
    because: 'what to ask of a machine: known of its crashes, not read',
  },
  { place: KNOWLEDGE, may: [FACTS, 'zod', 'node:fs'], because: 'tables know no crash' },
  { place: LOOK, may: [CRASH, FACTS, KNOWLEDGE], because: 'it keeps what views derive and knows none of them' },
  { place: VIEWS, may: [FACTS, NAMES, CRASH, LOOK, KNOWLEDGE], because: 'a view derives and accuses nobody' },
  { place: RULES, may: [FACTS, LOOK, VIEWS, KNOWLEDGE], because: 'a rule sees facts, never the paste' },
  {
    place: 'src/diagnosis/verdict',
    may: [
      ...['caveats.ts', 'index.ts', 'rule.ts', 'run-rules.ts'].map((file) => `${RULES}/${file}`),
      ...[FACTS, LOOK, VIEWS, KNOWLEDGE, 'src/diagnosis/advice'],
    ],
    because: 'weighing sees evidence: never the paste, and no single rule',
  },
  {
    place: 'src/diagnosis/advice',
    may: [FACTS, CRASH, LOOK, NAMES, VIEWS, KNOWLEDGE, `${RULES}/rule.ts`, 'src/diagnosis/verdict', 'zod'],
    because: 'what to do follows from verdict and facts: never the paste, and no single rule',
  },
  {
    place: 'src/diagnosis/correlation',
    may: [
      ...[FACTS, DIAGNOSIS, LOOK, NAMES, VIEWS, KNOWLEDGE, `${RULES}/rule.ts`, 'src/diagnosis/verdict'],
      ...['landmarks.ts', 'machine-facts.ts', 'same-stop.ts', 'two-dumps.ts'].map(
        (file) => `src/diagnosis/reading/${file}`,
      ),
    ],
    because:
      'linking sees judged crashes: never the paste, and no single rule; what parts two dumps is known to the reader',
  },
  { place: 'src/diagnosis', may: [], because: 'the diagnosis is pure: no chat, model, store, clock, environment' },

  // What is said, and its layouts.
  { place: 'src/reply', may: ['src/diagnosis'], because: 'an answer has no layout' },
  {
    place: 'src/telling',
    may: ['src/diagnosis', 'src/reply', 'node:fs'],
    because: 'what a model is told and may say, without a model: no chat, network, clock',
  },
  { place: 'src/report', may: ['src/diagnosis', 'src/reply/distinct-lines.ts', 'zod'], because: 'the JSON contract' },
  { place: 'src/terminal', may: ['src/reply', 'node:util'], because: 'a layout of the reply' },
  {
    place: 'src/cards',
    may: ['src/reply', 'src/cases', 'src/follow-ups', 'src/telling/fill.ts', `${NAMES}/inert.ts`],
    because: 'a layout of the reply, without the chat',
  },
  { place: 'src/mail', may: ['src/cases', 'src/reply', `${NAMES}/inert.ts`], because: 'a layout of the reply' },

  // Cases and their follow-ups.
  { place: 'src/cases', may: ['src/diagnosis', 'src/reply', 'zod'], because: 'a case is plain data and rules' },
  {
    place: 'src/follow-ups',
    may: ['src/cases', 'zod', 'temporal-polyfill', 'date-holidays', 'chinese-days'],
    because: 'when to remind is computed: the clock is an argument',
  },
  {
    place: 'src/reminding',
    may: ['src/cards', 'src/follow-ups', 'src/ports', 'src/upkeep'],
    because: 'claiming and posting know no database and no channel',
  },
  { place: 'src/upkeep', may: ['src/ports'], because: 'what is tidied now and then, without knowing where it is kept' },

  // The conversation.
  {
    place: 'dialogs',
    may: ['src/diagnosis', 'src/reply', 'src/cards', 'src/cases', 'src/follow-ups', 'src/mail', 'src/ports'].concat([
      'src/files/why-refused.ts',
      'src/telling',
    ]),
    because: 'conversation without technology: no adapters, prompts, botbuilder, openai',
  },
  { place: 'prompts', may: ['zod', 'node:fs'], because: 'words for the model, not the model' },
  {
    place: 'src/answering',
    may: [
      'src/ports',
      'src/cards/runs.ts',
      'src/cards/words-card.ts',
      'src/cards/sent-card.ts',
      'src/telling',
      'prompts',
    ],
    because: 'a message becomes one answer, whatever stores, words or carries it',
  },
  {
    place: 'src/page',
    may: ['src/diagnosis', 'src/reply', 'src/terminal', 'src/ports/page.ts'],
    because: 'what is seen of a paste before it is sent, and copied afterwards: no server, no browser',
  },
  {
    place: 'src/files',
    may: ['src/ports/file-reader.ts', 'src/diagnosis/intake/decode-text.ts', 'fflate', 'node:zlib'],
    because: 'what a file holds, whoever brought it: bytes in, texts or a reason out',
  },
  {
    place: 'src/ports',
    may: [
      ...['src/diagnosis', 'src/cards', 'src/cases', 'src/follow-ups'],
      ...['src/telling/question.ts', 'prompts/define-prompt.ts'],
    ],
    because: 'a port names no technology',
  },

  // The edges: each adapter knows its own technology and our ports, never another adapter.
  {
    place: 'src/adapters/teams',
    may: [
      ...['src/ports', 'src/cards/adaptive-card.ts', 'src/files', 'zod'],
      ...['botbuilder', 'botframework-connector', 'restify', 'jose', 'ipaddr.js', 'htmlparser2'],
      ...['node:crypto', 'node:dns', 'node:events', 'node:http', 'node:https', 'node:net', 'node:timers'],
    ],
    because: 'the channel knows no database and no dialog',
  },
  {
    place: 'src/adapters/page',
    may: [
      ...['src/ports', 'src/files', 'src/diagnosis/crash.ts', 'jose', 'zod'],
      ...['node:crypto', 'node:fs', 'node:url'],
    ],
    because: 'the paste page knows requests and answers, not the server that takes them, and no chat',
  },
  {
    place: 'src/adapters/store',
    may: [
      ...['src/ports', 'src/cases', 'src/follow-ups', 'zod', 'kysely', 'pg', '@electric-sql/pglite', 'node:sqlite'],
      ...['node:crypto', 'node:fs', 'node:os', 'node:path', 'node:timers', 'node:util', 'node:zlib'],
    ],
    because: 'the database knows no channel',
  },
  {
    place: 'src/adapters/queue',
    may: ['src/ports', 'pg-boss', '@electric-sql/pglite', 'node:timers'],
    because: 'the queue carries keys, not meaning',
  },
  {
    place: 'src/adapters/model',
    may: ['src/ports', 'prompts/define-prompt.ts', 'openai', 'cockatiel', '@azure/identity'],
    because: 'it asks and answers: what a model is told, and what becomes of its words, is decided elsewhere',
  },
  {
    place: 'src/adapters/diagnosis-thread',
    may: ['src/ports', 'src/diagnosis', 'node:os', 'node:worker_threads'],
    because: 'the same diagnosis, in a thread of its own',
  },
  { place: 'src/adapters/log', may: ['src/ports', 'pino'], because: 'one way to log' },
  {
    place: 'src/adapters/metrics',
    may: ['src/ports', 'src/answering/failure-class.ts', 'prom-client'],
    because: 'one way to count',
  },

  // Wiring: what knows everybody says nothing itself.
  { place: 'src/setting-shapes.ts', may: ['zod'], because: 'what a setting may be' },
  { place: 'src/config.ts', may: ['src/setting-shapes.ts', 'zod'], because: 'the only reader of the environment' },
  {
    place: 'src/state.ts',
    may: [
      ...['src/config.ts', 'src/ports', 'src/upkeep', 'node:crypto'],
      ...['src/adapters/metrics', 'src/adapters/queue', 'src/adapters/store'],
    ],
    because: 'database and queue, opened and closed together',
  },
  { place: 'src/end-in-time.ts', may: [], because: 'a deadline and nothing else' },
  {
    place: 'src/bot.ts',
    may: [
      ...['src/files/carried-first.ts', 'src/paste-page.ts', 'src/telling-bot.ts'],
      ...['src/config.ts', 'src/state.ts', 'src/ports', 'src/answering', 'src/reminding', 'src/upkeep', 'dialogs'],
      ...['src/adapters/teams', 'src/adapters/diagnosis-thread', 'src/adapters/metrics'],
      `${KNOWLEDGE}/load.ts`,
    ],
    because: 'it joins, it decides nothing; the database is behind state.ts',
  },
  {
    place: 'src/telling-bot.ts',
    may: [
      'src/config.ts',
      'src/state.ts',
      'src/ports',
      'src/answering',
      'src/adapters/model',
      'src/telling',
      'dialogs',
    ],
    because: 'it joins the model with the queue of what is to be told in words',
  },
  {
    place: 'src/paste-page.ts',
    may: ['src/config.ts', 'src/ports', 'src/page', 'src/adapters/page', 'src/answering'].concat([
      'node:crypto',
      'node:os',
    ]),
    because: 'it joins the paste page with the conversation',
  },
  {
    place: 'src/main.ts',
    may: ['src/bot.ts', 'src/config.ts', 'src/end-in-time.ts', 'src/adapters/log', 'src/terminal'],
    because: 'the process: start, signals, end',
  },
  {
    place: 'src/commands',
    may: [
      ...[
        'src/diagnosis',
        'src/files',
        'src/reply',
        'src/report',
        'src/terminal',
        'src/config.ts',
        'src/adapters/store',
      ],
      ...['node:fs', 'node:module', 'node:path', 'node:stream'],
    ],
    because: 'what a user types: no chat, no model',
  },

  // Not the product: the workshop may look everywhere, and nothing looks back.
  {
    place: 'tools',
    may: [
      'src',
      'dialogs',
      'prompts',
      'zod',
      'fflate',
      'pg',
      'playwright-core',
      ...['child_process', 'crypto', 'events', 'fs', 'http', 'https'].map(node),
    ].concat(['module', 'net', 'os', 'path', 'readline', 'stream', 'timers', 'url', 'util', 'zlib'].map(node)),
    because: 'the workshop uses the product as it is',
  },
];

function node(name: string): string {
  return `node:${name}`;
}
