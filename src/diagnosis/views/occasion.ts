import { view } from '../look.ts';
import { stopCodeOf } from './stop-code-of.ts';

/**
 * How a dump came about. `program`: an application stopped, which accuses no driver. `asked`: somebody made it on purpose, so
 * code that was running made it, or happened to run. `interrupt`: a non-maskable interrupt stopped whatever ran, whoever
 * sent it. `fault`: something went wrong at that moment.
 */
export type Occasion = 'program' | 'asked' | 'interrupt' | 'fault';

export const occasion = view((look): Occasion => {
  if (look.crash.kind === 'user') {
    return 'program';
  }
  if (isDeliberate(look)) {
    return 'asked';
  }
  return isInterrupt(look) ? 'interrupt' : 'fault';
});

/** True where a non-maskable interrupt stopped the machine: whoever sent it, the stop and the debugger's guess look the same. */
export const isInterrupt = view(({ crash, knowledge }): boolean =>
  knowledge.has(stopCodeOf(crash), 'non-maskable-interrupt', crash.bugcheck?.args),
);

/** True where somebody asked for this stop or dump: nothing failed at that moment, and who ran then is no suspect. */
export const isDeliberate = view(({ crash, knowledge }): boolean => {
  const code = stopCodeOf(crash);
  const row = code ? knowledge.bugcheck(code) : knowledge.bugcheckByName(crash.bugcheck?.name ?? '');
  return row?.deliberate === true;
});
