import type { Case } from '#src/cases/case.ts';
import { type ToCollect, whatToCollect } from '#src/diagnosis/collecting/what-to-collect.ts';
import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import { isGuestAdapter } from '#src/diagnosis/knowledge/images.ts';
import type { Driver } from '#src/diagnosis/knowledge/knowledge.ts';
import { dumpKind } from '#src/diagnosis/views/dump-kind.ts';
import type { Part } from '#src/mail/collect-mail.ts';
import type { StoredPaste } from '#src/ports/case-store.ts';
import type { Tools } from '../dialog.ts';
import { readCase } from './read-case.ts';

/** What to ask of the machine of a case: by its dumps as they are read, or by what is kept of them. */
export async function logsOf(
  it: Case,
  stored: readonly StoredPaste[],
  tools: Pick<Tools, 'diagnose' | 'knowledge'>,
): Promise<{ parts: readonly Part[]; suspects: readonly string[] }> {
  const { knowledge } = tools;
  const kept = it.summary.crashes;
  const crashes =
    stored.length === 0 ? kept.map(asKept) : (await readCase(it, stored, tools)).diagnosis.crashes.map(asRead);
  const proven = new Set(kept.filter(({ confidence }) => confidence === 'high').map(({ culprit }) => culprit));
  const unproven = [...new Set(kept.map(({ culprit }) => culprit))].filter((image) => !proven.has(image));
  return {
    parts: whatToCollect(crashes, knowledge),
    suspects: unproven.filter((image) => mayBeWatched(knowledge.driver(image), image)),
  };
}

/** Verifier stops the machine: never one that does not start, or is not reached, without the driver. */
function mayBeWatched(driver: Driver | null, image: string): boolean {
  return driver?.owner !== 'windows' && !NEEDED.has(driver?.kind ?? 'other') && !isGuestAdapter(image);
}

const NEEDED: ReadonlySet<Driver['kind']> = new Set(['storage', 'encryption']);

function asKept({ code, culprit }: Case['summary']['crashes'][number]): ToCollect {
  return { code, culprit, modules: [], dump: null };
}

function asRead({ crash, bugcheck, judgement }: DiagnosedCrash): ToCollect {
  const frames = crash.facts.stacks.flatMap((stack) => stack.frames);
  return {
    code: crash.bugcheck?.code ?? bugcheck?.code ?? null,
    culprit: judgement.verdict.culprit,
    modules: frames.flatMap(({ module }) => module ?? []),
    dump: dumpKind(crash.facts),
  };
}
