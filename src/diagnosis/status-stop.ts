import type { DiagnosedCrash } from './diagnosis.ts';
import type { BugcheckFact, Hex } from './facts.ts';
import type { Knowledge, StatusCode } from './knowledge/knowledge.ts';

/** A severity of error and the facility of the system: what a hard error stops with (`0xc0000244`). */
const STATUS = /^0xc0000[0-9a-f]{3}$/;

/** A stop whose number is a status: what the status means, and those of its arguments that are one too. Null for others. */
export function explainStatusStop(stop: Hex, { args }: BugcheckFact, knowledge: Knowledge): DiagnosedCrash['bugcheck'] {
  const status = STATUS.test(stop) ? knowledge.status(stop) : null;
  if (status === null) {
    return null;
  }
  const { en, zh } = status.meaning;
  return {
    code: status.code,
    name: status.name,
    meaning: {
      en: `A hard error after which Windows could not go on. Its number is a status code of Windows (NTSTATUS): ${en}.`,
      zh: `发生了 Windows 无法继续运行的严重错误。该数值是 Windows 的状态代码 (NTSTATUS)：${zh}。`,
    },
    causes: null,
    argMeanings: args.map((value) => meaningOf(value === null ? null : knowledge.status(value))),
  };
}

/** Small numbers are codes too (0 is success), but rarely meant as such. */
function meaningOf(status: StatusCode | null): StatusCode['meaning'] {
  if (status === null || !STATUS.test(status.code)) {
    return { en: '', zh: '' };
  }
  const { name, meaning } = status;
  return { en: `${name}: ${meaning.en}`, zh: `${name}：${meaning.zh}` };
}
