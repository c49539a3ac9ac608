import type { DiagnosedCrash } from '../diagnosis/diagnosis.ts';

/** Names that a paste brought into a diagnosis, whatever fact they stand in. */
export interface CrashNames {
  /** Of one word, letter by letter. */
  readonly words: ReadonlySet<string>;
  /** With blanks or marks within, longest first. */
  readonly phrases: readonly string[];
  readonly tags: ReadonlySet<string>;
  readonly crashes: ReadonlySet<string>;
  /** Stop codes and names as they are printed, and the arguments. */
  readonly stops: ReadonlySet<string>;
  readonly args: ReadonlySet<string>;
}

const LONGEST = 300;
const ONE_WORD = /^[A-Za-z0-9_]+$/;

/** Gathers every string of the facts: what a text of ours holds of them is a name, and no word. */
export function crashNames(crashes: readonly DiagnosedCrash[]): CrashNames {
  const all = new Set<string>();
  for (const { crash } of crashes) {
    collect(crash, all);
  }
  const strings = [...all].filter(({ length }) => length > 1 && length <= LONGEST);
  return {
    words: new Set(strings.filter((text) => ONE_WORD.test(text))),
    phrases: strings
      .filter((text) => !ONE_WORD.test(text) && /[^\w.!+:-]/.test(text))
      .toSorted((a, b) => b.length - a.length),
    tags: new Set(
      crashes.flatMap(({ crash: { facts } }) => [...facts.poolBlocks, ...facts.tagOwners].map(({ tag }) => tag ?? '')),
    ),
    crashes: new Set(crashes.map(({ crash }) => crash.id)),
    stops: new Set(
      crashes.flatMap(({ crash, bugcheck }) => [crash.bugcheck?.code, bugcheck?.code, bugcheck?.name]).filter(isString),
    ),
    args: new Set(crashes.flatMap(({ crash }) => crash.bugcheck?.args ?? []).filter(isString)),
  };
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    into.add(value.trim());
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) {
      collect(part, into);
    }
  }
}

function isString(value: string | null | undefined): value is string {
  return typeof value === 'string';
}
