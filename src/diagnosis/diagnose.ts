import { argumentMeanings } from './argument-meanings.ts';
import { withinBounds } from './bounds.ts';
import { correlate } from './correlation/correlate.ts';
import type { Crash, Paste } from './crash.ts';
import type { DiagnosedCrash, Diagnosis } from './diagnosis.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { type Look, look } from './look.ts';
import { readCrashes } from './read-crashes.ts';
import { judge } from './verdict/judge.ts';
import { windowsVersion } from './windows-version.ts';

/**
 * The whole flow: pastes of one case in, every crash judged and linked out.
 * Pure: the same pastes and knowledge give the same diagnosis. Never throws on any text.
 */
export function diagnose(pastes: readonly Paste[], knowledge: Knowledge): Diagnosis {
  const { crashes, warnings } = readCrashes(pastes);
  const seen = crashes.map((crash) => {
    const own = look(crash, knowledge);
    return { look: own, diagnosed: diagnoseCrash(own) };
  });
  const groups = correlate(seen.map(({ look: own, diagnosed }) => ({ ...own, ...diagnosed })));
  return withinBounds({ crashes: seen.map(({ diagnosed }) => diagnosed), groups, warnings });
}

function diagnoseCrash(own: Look): DiagnosedCrash {
  const { crash, knowledge } = own;
  return {
    crash,
    bugcheck: explainBugcheck(crash, knowledge),
    windows: windowsVersion(crash.facts.systems, knowledge),
    judgement: judge(own),
  };
}

function explainBugcheck(crash: Crash, knowledge: Knowledge): DiagnosedCrash['bugcheck'] {
  const { bugcheck } = crash;
  if (!bugcheck) {
    return null;
  }
  const known = bugcheck.code ? knowledge.bugcheck(bugcheck.code) : knowledge.bugcheckByName(bugcheck.name ?? '');
  if (!known) {
    return null;
  }
  const { code, name } = known;
  return {
    code,
    name,
    meaning: known.meaning,
    causes: knowledge.causes(code, bugcheck.args),
    argMeanings: argumentMeanings(crash, known, knowledge),
  };
}
