import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Knowledge } from '../diagnosis/knowledge/knowledge.ts';
import { type DumpNames, dumpNames } from './dump-names.ts';
import type { CrashReply, Reply } from './reply.ts';
import { type VendorRecord, vendorRecord } from './vendor-record.ts';

/** What a report is written of. */
export interface Findings {
  readonly reply: Reply;
  /** A customer knows no number of ours. */
  readonly names: DumpNames;
  /** Of every driver that is accused, what its maker has to know. */
  readonly records: readonly VendorRecord[];
  /** Titles of the steps that tell the maker of one dump. */
  readonly vendorSteps: ReadonlySet<string>;
}

/** The steps whose text is what the vendor is told. */
const TELL_VENDOR: ReadonlySet<string> = new Set(['involve-vendor', 'vendor-stop-code']);
/** More accused drivers than that are no accusation. */
const MOST_RECORDS = 3;

/** All that a report needs of a diagnosis; `reply` is what is said of it. */
export function findingsOf(diagnosis: Diagnosis, reply: Reply, knowledge: Knowledge): Findings {
  const told = toldRules(diagnosis);
  const steps = diagnosis.crashes.flatMap(({ judgement }) => judgement.recommendations);
  return {
    reply: { ...reply, crashes: reply.crashes.map((crash) => withoutHearsay(crash, told)) },
    names: dumpNames(diagnosis),
    records: [...accused(diagnosis)]
      .filter(([culprit]) => /\.\w{1,4}$/.test(culprit))
      .slice(0, MOST_RECORDS)
      .map(([culprit, ids]) => vendorRecord(culprit, diagnosis, ids, knowledge)),
    vendorSteps: new Set(steps.filter(({ id }) => TELL_VENDOR.has(id)).map(({ title }) => title[reply.language])),
  };
}

function toldRules({ crashes }: Diagnosis): ReadonlySet<string> {
  const evidence = crashes.flatMap(({ judgement }) => judgement.suspects.flatMap((suspect) => suspect.evidence));
  return new Set(evidence.filter(({ family }) => family === 'told').map(({ rule }) => rule));
}

/** Beside what is printed nobody quotes to customers what they, or we, wrote of it. */
function withoutHearsay(crash: CrashReply, told: ReadonlySet<string>): CrashReply {
  const printed = crash.evidence.filter(({ rule }) => !told.has(rule));
  return printed.some((item) => item.for) ? { ...crash, evidence: printed } : crash;
}

/** Who is accused, by which dumps: the driver of a group by all of the group. */
function accused({ groups, crashes }: Diagnosis): Map<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  const accuse = (culprit: string, ids: readonly string[]) =>
    all.set(culprit, [...new Set([...(all.get(culprit) ?? []), ...ids])]);
  for (const { culprit, crashes: ids } of groups) {
    accuse(culprit, ids);
  }
  for (const { crash, judgement } of crashes) {
    accuse(judgement.verdict.culprit, [crash.id]);
  }
  return all;
}
