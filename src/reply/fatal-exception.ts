import type { Crash } from '../diagnosis/crash.ts';
import type { ExceptionFact } from '../diagnosis/facts.ts';
import { programFailures } from '../diagnosis/views/program-end.ts';
import type { Text } from '../language/text.ts';

/**
 * The exception that ended a program, `0xc0000005 (write 0x10)`: the second chance where a debugger waited for it, else the
 * one that was analysed; what a program may have handled (a first chance) only where nothing else is shown, and then the last:
 * it went on after those before. Null without one.
 */
export function fatalException({ facts }: Pick<Crash, 'facts'>): Text | null {
  const { applications } = facts;
  const exceptions = programFailures(facts);
  const fatal = exceptions.findLast(({ chance }) => chance === 'second');
  const analysed = exceptions.find(({ chance }) => chance === undefined);
  const told = applications.find(({ exception }) => exception !== null)?.exception;
  const code = fatal?.code ?? analysed?.code ?? told ?? exceptions.at(-1)?.code ?? null;
  if (code === null) {
    return null;
  }
  const touches = exceptions.find((one) => one.code === code && one.touches !== null)?.touches;
  return touches ? touched(code, touches) : { en: code, zh: code };
}

function touched(code: string, { how, address }: NonNullable<ExceptionFact['touches']>): Text {
  return { en: `${code} (${how} ${address})`, zh: `${code}（${HOW[how]} ${address}）` };
}

const HOW = { read: '读取', write: '写入', execute: '执行' };
