import { debuggerModule, isCommandWord } from '../../names/file-names.ts';
import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { showsModuleRecord } from '../../views/module-record.ts';

/** The record of the suspect's module (version, date, company), where the paste does not hold it. */
export function moduleCommands(judged: Judged): NextCommand[] {
  const { suspects, knowledge } = judged;
  const best = suspects.find(({ driver, score }) => score > 0 && driver !== 'hardware' && driver !== 'os');
  if (!best || knowledge.driver(best.driver)?.owner === 'windows') {
    return [];
  }
  const module = debuggerModule(best.driver);
  if (showsModuleRecord(judged, best.driver) || !isCommandWord(module)) {
    return [];
  }
  return [
    {
      command: `lmvm ${module}`,
      why: {
        en: `Version, build date and company of ${best.driver}: what its vendor will ask for first.`,
        zh: `${best.driver} 的版本、构建日期和公司：这是厂商首先会要的信息。`,
      },
    },
  ];
}
