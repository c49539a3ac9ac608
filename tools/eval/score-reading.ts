import type { Crash } from '#src/diagnosis/crash.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Label, Sample } from './sample.ts';

export interface FieldScore {
  readonly field: string;
  readonly expected: unknown;
  readonly found: unknown;
  readonly right: boolean;
}

/** Every labelled field of a sample against what the reader found. Exact match; the label's README says how. */
export function scoreReading({ label }: Sample, { crashes }: Diagnosis): FieldScore[] {
  const wanted = label.crashes ?? 1;
  if (label.kind === 'negative') {
    return [score('no false positive', 0, crashes.length)];
  }
  const crash = crashes[0]?.crash;
  if (!crash) {
    return [score('crashes', wanted, 0), score('kind', kindOf(label), null)];
  }
  return [
    score('crashes', wanted, crashes.length),
    score('kind', kindOf(label), crash.kind === 'live' ? 'kernel' : crash.kind),
    ...scoreBugcheck(label, crash),
    score('process', label.process ?? null, crash.process),
    score('symbol', label.symbol ?? null, crash.symbol),
    score('module', label.module ?? null, crash.module),
    score('image', label.image ?? null, crash.image),
    score('bucket', label.failureBucket ?? null, crash.failureBucket),
    ...scoreStack(label, crash),
    ...scoreLead(label, crashes),
  ];
}

function score(field: string, expected: unknown, found: unknown): FieldScore {
  return { field, expected, found, right: JSON.stringify(expected) === JSON.stringify(found) };
}

function kindOf(label: Label): string {
  return label.kind === 'user-mode' ? 'user' : 'kernel';
}

function scoreBugcheck(label: Label, { bugcheck }: Crash): FieldScore[] {
  if (!label.bugcheck && label.bugcheckFromStack && bugcheck) {
    return scoreStackBugcheck(label.bugcheckFromStack, bugcheck);
  }
  const expected = label.bugcheck;
  const args = expected?.args ?? [];
  return [
    score('code', expected?.code ?? null, bugcheck?.code ?? null),
    score('name', expected?.name ?? null, bugcheck?.name ?? null),
    ...[0, 1, 2, 3].map((index) => score(`arg${index + 1}`, args[index] ?? null, bugcheck?.args[index] ?? null)),
  ];
}

/** Values that only the KeBugCheckEx frame shows may be left out, but not differ. */
function scoreStackBugcheck(
  shown: NonNullable<Label['bugcheck']>,
  found: NonNullable<Crash['bugcheck']>,
): FieldScore[] {
  return [
    score('code', shown.code, found.code ?? shown.code),
    ...[0, 1, 2, 3].map((index) => {
      const expected = shown.args?.[index] ?? null;
      return score(`arg${index + 1}`, expected, found.args[index] ?? expected);
    }),
  ];
}

function scoreStack(label: Label, crash: Crash): FieldScore[] {
  const stack = crash.stack ?? crash.earlierStack;
  const frames = stack?.frames ?? [];
  const found = frames
    .slice(0, 3)
    .map(({ module, function: name, offset, address }) => [module, name ?? (module && offset), address] as const)
    .map(([module, place, address]) =>
      module ? `${module}${place?.startsWith('0x') ? '+' : '!'}${place}` : (address ?? ''),
    );
  return [
    score('frames', label.stackFrames ?? null, stack ? frames.length : null),
    score('first frames', label.topFrames?.slice(0, 3).map(comparable) ?? null, stack ? found.map(comparable) : null),
  ];
}

/** A driver that only a person or a tool names need not be accused, but it must not be left out. */
function scoreLead({ leadDriver }: Label, crashes: Diagnosis['crashes']): FieldScore[] {
  if (leadDriver == null) {
    return [];
  }
  const suspects = crashes.flatMap(({ judgement }) => judgement.suspects.map(({ driver }) => driver));
  return [score('lead', leadDriver, suspects.find((driver) => driver === leadDriver) ?? null)];
}

/** `module!function` without offset and case; a bare address without its backtick. */
function comparable(frame: string): string {
  const plain = frame.toLowerCase().replace(/`/g, '');
  if (plain.includes('!')) {
    return plain.replace(/\+0x[0-9a-f]+$/, '');
  }
  return plain.startsWith('0x') ? plain.replace(/^0x0+(?=[0-9a-f])/, '0x') : (plain.split('+')[0] ?? plain);
}
