import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import { look } from '#src/diagnosis/look.ts';
import { driverRole } from '#src/diagnosis/views/driver-role.ts';
import { driverWords, type Standing } from '#src/telling/driver-words.ts';
import type { Choice } from '#src/telling/question.ts';
import type { Party, Subject } from '../asked.ts';
import { namings } from '../seen.ts';

/** What a question may be about, and the slot that stands for it. */
export interface SubjectChoice extends Choice {
  readonly subject: Subject;
}

const MOST_DRIVERS = 12;
const MOST_TAGS = 4;
const MOST_COMMANDS = 6;

/** Subjects that the question names itself first, then those of the diagnosis that it may mean without a name. */
export function subjectChoices(
  named: readonly Subject[],
  crashes: readonly DiagnosedCrash[],
  knowledge: Knowledge,
): readonly SubjectChoice[] {
  const standing = standingOf(crashes);
  const all = [...named, ...driversOf(crashes, knowledge), ...printed(crashes), ...PARTIES];
  const distinct = all.filter((one, at) => all.findIndex((other) => keyOf(other) === keyOf(one)) === at);
  const counts = new Map<string, number>();
  return distinct.map((subject) => {
    const letter = LETTERS[subject.kind];
    const count = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, count);
    return { name: `${letter}${count}`, role: roleOf(subject, standing, knowledge), subject };
  });
}

/** Equal where two subjects are one, whatever they were called. */
export function keyOf(subject: Subject): string {
  return JSON.stringify(subject.kind === 'driver' ? { kind: subject.kind, image: subject.image } : subject);
}

const LETTERS: Readonly<Record<Subject['kind'], string>> = {
  driver: 'D',
  party: 'H',
  argument: 'A',
  code: 'B',
  command: 'C',
  term: 'W',
  tag: 'T',
};

function standingOf(crashes: readonly DiagnosedCrash[]): Standing {
  return {
    suspects: new Set(crashes.flatMap(({ judgement }) => judgement.suspects.map(({ driver }) => driver))),
    culprits: new Set(crashes.map(({ judgement }) => judgement.verdict.culprit)),
  };
}

/** Whoever is suspected, then whoever stands on a stack or in the analysis. */
function driversOf(crashes: readonly DiagnosedCrash[], knowledge: Knowledge): Subject[] {
  const { suspects } = standingOf(crashes);
  const seen = crashes.flatMap(({ crash }) => {
    const own = look(crash, knowledge);
    const told = namings(crash).filter((naming) => naming.in !== 'list');
    return told.map(({ said }) => driverRole(said, own)?.image ?? said.toLowerCase());
  });
  const images = [...suspects, ...seen].filter((image) => image !== 'hardware' && image !== 'os');
  return [...new Set(images)].slice(0, MOST_DRIVERS).map((image): Subject => ({ kind: 'driver', said: image, image }));
}

function printed(crashes: readonly DiagnosedCrash[]): Subject[] {
  const args = crashes.flatMap(({ crash }) => (crash.bugcheck?.args ?? []).map((_, at) => at + 1));
  const codes = crashes.flatMap(({ crash, bugcheck }) => crash.bugcheck?.code ?? bugcheck?.code ?? []);
  const tags = crashes.flatMap(({ crash: { facts } }) =>
    [...facts.poolBlocks, ...facts.tagOwners].flatMap(({ tag }) => tag?.trim() ?? []),
  );
  const commands = crashes.flatMap(({ judgement }) =>
    judgement.nextCommands.map(({ command }) => command.split(/\s/, 1)[0]?.toLowerCase() ?? ''),
  );
  return [
    ...args.map((index): Subject => ({ kind: 'argument', index })),
    ...codes.map((text): Subject => ({ kind: 'code', text })),
    ...[...new Set(tags)].slice(0, MOST_TAGS).map((tag): Subject => ({ kind: 'tag', tag })),
    ...[...new Set(commands)].slice(0, MOST_COMMANDS).map((text): Subject => ({ kind: 'command', text })),
  ];
}

const PARTY_WORDS = {
  hardware: 'hardware',
  os: 'Windows itself',
  'network-adapter': 'a network adapter driver',
  display: 'a display driver',
  'anti-virus': 'a security filter',
  vpn: 'a network filter',
  storage: 'a storage driver',
  audio: 'a sound driver',
  usb: 'a usb driver',
} satisfies Partial<Record<Party, string>>;
const PARTIES: readonly Subject[] = (Object.keys(PARTY_WORDS) as (keyof typeof PARTY_WORDS)[]).map((party) => ({
  kind: 'party',
  party,
}));
const ARGUMENTS = ['first', 'second', 'third', 'fourth'];

function roleOf(subject: Subject, standing: Standing, knowledge: Knowledge): string {
  switch (subject.kind) {
    case 'driver':
      return driverWords(subject.image, { ...standing, knowledge });
    case 'party':
      return (PARTY_WORDS as Partial<Record<Party, string>>)[subject.party] ?? 'a driver';
    case 'argument':
      return `${ARGUMENTS[subject.index - 1] ?? ''} argument of the stop code`;
    case 'code':
      return 'stop code or number';
    case 'command':
      return 'debugger command';
    case 'term':
      return 'a word to explain';
    case 'tag':
      return 'pool tag';
  }
}
