import type { Crash } from '../diagnosis/crash.ts';
import type { ExceptionFact } from '../diagnosis/facts.ts';
import { endingException } from '../diagnosis/views/program-end.ts';
import type { Text } from '../language/text.ts';

/** The exception that ended a program, `0xc0000005 (write 0x10)`. Null without one. */
export function fatalException({ facts }: Pick<Crash, 'facts'>): Text | null {
  const told = facts.applications.find(({ exception }) => exception !== null)?.exception;
  const code = endingException(facts)?.code ?? told ?? null;
  if (code === null) {
    return null;
  }
  const touches = facts.exceptions.find((one) => one.code === code && one.touches !== null)?.touches;
  return touches ? touched(code, touches) : { en: code, zh: code };
}

function touched(code: string, { how, address }: NonNullable<ExceptionFact['touches']>): Text {
  return { en: `${code} (${how} ${address})`, zh: `${code}（${HOW[how]} ${address}）` };
}

const HOW = { read: '读取', write: '写入', execute: '执行' };
