import { argumentMeanings } from './argument-meanings.ts';
import { withinBounds } from './bounds.ts';
import { correlate, fromOtherDumps } from './correlation/correlate.ts';
import type { SeenCrash } from './correlation/link.ts';
import type { Crash, Paste } from './crash.ts';
import type { DiagnosedCrash, Diagnosis } from './diagnosis.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { meantCode } from './knowledge/stop-code.ts';
import { type Look, look } from './look.ts';
import { PARSERS } from './parsers/index.ts';
import { readCrashes } from './read-crashes.ts';
import { type StopNames, stopNames } from './reading/told/stop-names.ts';
import { explainStatusStop } from './status-stop.ts';
import { judge } from './verdict/judge.ts';
import { windowsVersion } from './windows-version.ts';

/**
 * The whole flow: pastes of one case in, every crash judged and linked out.
 * Pure: the same pastes and knowledge give the same diagnosis. Never throws on any text.
 */
export function diagnose(pastes: readonly Paste[], knowledge: Knowledge): Diagnosis {
  const names = stopNames(knowledge.stopNames, (word) => isListedDriver(word, knowledge));
  const { crashes, warnings } = readCrashes(pastes, PARSERS, names);
  const seen = crashes.map((crash) => {
    const own = look(crash, knowledge);
    return { look: own, diagnosed: diagnoseCrash(own, names) };
  });
  const judged = judgedTogether(seen);
  return withinBounds({ crashes: judged, groups: correlate(seenAs(seen, judged)), warnings });
}

function isListedDriver(word: string, knowledge: Knowledge): boolean {
  const driver = knowledge.driver(word);
  return driver?.owner === 'third-party' && driver.image === `${word.toLowerCase()}.sys`;
}

interface Seen {
  readonly look: Look;
  readonly diagnosed: DiagnosedCrash;
}

/** Judged again where other dumps say something of the suspects: that one of them was not there. */
function judgedTogether(seen: readonly Seen[]): DiagnosedCrash[] {
  const alone = seen.map(({ diagnosed }) => diagnosed);
  const crashes = seenAs(seen, alone);
  const said = fromOtherDumps(crashes);
  return seen.map(({ look: own, diagnosed }, at) => {
    const evidence = crashes[at] && said.get(crashes[at]);
    return evidence === undefined ? diagnosed : { ...diagnosed, judgement: judge(own, evidence) };
  });
}

function seenAs(seen: readonly Seen[], diagnosed: readonly DiagnosedCrash[]): SeenCrash[] {
  return seen.map((one, at) => ({ ...one.look, ...(diagnosed[at] ?? one.diagnosed) }));
}

function diagnoseCrash(own: Look, names: StopNames): DiagnosedCrash {
  const { crash, knowledge } = own;
  return {
    crash,
    bugcheck: explainBugcheck(crash, knowledge, names),
    windows: windowsVersion(crash.facts.systems, knowledge),
    judgement: judge(own),
  };
}

function explainBugcheck(crash: Crash, knowledge: Knowledge, names: StopNames): DiagnosedCrash['bugcheck'] {
  const { bugcheck } = crash;
  if (!bugcheck) {
    return null;
  }
  const stop = meantCode(bugcheck);
  const known = stop ? knowledge.bugcheck(stop) : knowledge.bugcheckByName(bugcheck.name ?? '');
  if (!known) {
    return stop ? explainStatusStop(stop, bugcheck, knowledge) : null;
  }
  const { code, name } = known;
  const printed = bugcheck.name;
  const isMisspelt =
    printed !== null && knowledge.bugcheckByName(printed) === null && names.meant(printed)?.code === code;
  return {
    code,
    name,
    ...(isMisspelt && { misspelt: printed }),
    meaning: known.meaning,
    causes: knowledge.causes(code, bugcheck.args),
    argMeanings: argumentMeanings(crash, known, knowledge),
  };
}
