import { isCallbackCall, isCallbackRemoval } from '../knowledge/routines.ts';
import type { Look } from '../look.ts';
import { waitingWalks } from '../views/crash-walks.ts';
import { frameName } from '../views/frame-name.ts';
import type { WalkedFrame } from '../views/walked-frame.ts';
import { HELD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const callbackDeadlock: Rule = {
  name: 'callback-deadlock',
  why: {
    en: 'Taking a callback away waits for the callback to end. A driver that does so inside that callback waits for itself, for ever.',
    zh: '注销回调时要等待回调结束。驱动如果在该回调内部注销它，就永远在等待自己。',
  },
  unless: {
    en: 'The routine taken away is of another kind than the one that is running.',
    zh: '被注销的例程与正在运行的回调不是同一类。',
  },
  weight: 'strong',
  family: 'ownership',
  shows: 'own-wait',
  leaves: HELD,
  needs: ['stacks'],
  find,
};

function find(look: Look): Finding[] {
  return waitingWalks(look).flatMap(({ frames }) => deadlock(frames) ?? []);
}

function deadlock(frames: readonly WalkedFrame[]): Finding | null {
  const waits = frames.findIndex(({ frame }) => isCallbackRemoval(frame.function));
  const caller = frames[waits + 1];
  const unregister = frames[waits];
  if (!unregister || caller?.role?.role !== 'third-party') {
    return null;
  }
  const { image } = caller.role;
  const dispatch = frames.slice(waits + 1).find(({ role }) => role?.image !== image);
  if (!dispatch || !isCallbackCall(dispatch.frame.function)) {
    return null;
  }
  const [call, from] = [frameName(unregister.frame), frameName(dispatch.frame)];
  return {
    suspect: image,
    for: true,
    lines: [unregister.frame.lines, caller.frame.lines, dispatch.frame.lines],
    text: {
      en: `${from} runs a callback of ${image}, which calls ${call} from inside it and waits there: it waits for its own end.`,
      zh: `${from} 正在运行 ${image} 的回调，而它在回调内部调用 ${call} 并在那里等待：它在等待自己结束。`,
    },
  };
}
