import type { Crash } from '../diagnosis/crash.ts';
import type { ExceptionFact } from '../diagnosis/facts.ts';
import type { Text } from '../language/text.ts';

/**
 * The exception that ended a program, `0xc0000005 (write 0x10)`: the second chance where a debugger waited for it, else the
 * one that was analysed; what a program may have handled (a first chance) only where nothing else is shown. Null without one.
 */
export function fatalException({ facts: { applications, exceptions } }: Pick<Crash, 'facts'>): Text | null {
  const fatal = exceptions.findLast(({ chance }) => chance === 'second');
  const analysed = exceptions.find(({ chance, code }) => chance === undefined && code !== null);
  const told = applications.find(({ exception }) => exception !== null)?.exception;
  const code = fatal?.code ?? analysed?.code ?? told ?? exceptions.find((one) => one.code !== null)?.code ?? null;
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
