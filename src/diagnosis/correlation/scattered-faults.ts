import { asSentence } from '../../language/as-sentence.ts';
import type { Text } from '../../language/text.ts';
import type { Evidence } from '../rules/rule.ts';
import { allWalks } from '../views/crash-walks.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';
import { machinesOf } from './machines.ts';
import { stopLines } from './stop-lines.ts';

const LEAVES: Evidence['leaves'] = {
  driver: { parts: 3, because: 'two drivers may have a fault each, and one driver may damage what others use' },
  platform: { parts: 1, because: 'firmware and power saving of the processor look the same' },
};

/** Fewer than three stops of different kinds are a coincidence. */
const LEAST = 3;

/**
 * One machine that stops now here, now there, and never with the same driver at hand: memory, processor or power are the one
 * thing that all its stops have in common. A weak hint, and none where one driver from outside Windows is on several stacks.
 */
export const scatteredFaults: LinkRule = {
  name: 'scattered-faults',
  tie: { en: 'one machine stops in many different places', zh: '同一台机器停在许多不同位置' },
  shows: stopLines,
  find,
};

function find(crashes: readonly SeenCrash[]): Link[] {
  const open = crashes.filter(({ judgement }) => ['unknown', 'hardware'].includes(judgement.verdict.culprit));
  return machinesOf(open).flatMap(({ crashes: members }) => (isScattered(members) ? [linkOf(members)] : []));
}

function isScattered(members: readonly SeenCrash[]): boolean {
  const codes = members.map(({ crash }) => stopCodeOf(crash)).filter((code) => code !== null);
  const sites = members.map(({ crash }) => crash.symbol ?? crash.failureBucket).filter((site) => site !== null);
  const distinct = new Set(sites).size === sites.length;
  return new Set(codes).size >= LEAST && distinct && !sharesDriver(members);
}

function sharesDriver(members: readonly SeenCrash[]): boolean {
  const seen = members.flatMap((member) => [...driversOf(member)]);
  return new Set(seen).size < seen.length;
}

/** Drivers from outside Windows that are on a stack or under suspicion, each once. */
function driversOf(member: SeenCrash): ReadonlySet<string> {
  const { judgement, knowledge } = member;
  const suspects = judgement.suspects.map(({ driver }) => driver).filter((driver) => driver.includes('.'));
  const frames = allWalks(member).flatMap((walk) =>
    walk.frames.flatMap(({ role }) => (role?.role === 'third-party' ? [role.image] : [])),
  );
  return new Set([...suspects.filter((driver) => knowledge.driver(driver)?.owner !== 'windows'), ...frames]);
}

const WHY: Text = {
  en: 'Failing memory, processor or power stops a machine wherever it happens to be; a driver fails in its own places.',
  zh: '内存、处理器或供电故障会让机器停在任意位置；驱动则总是在自己的位置出错。',
};
const UNLESS: Text = {
  en: 'A driver that left no frame damages memory now here, now there.',
  zh: '某个没有留下栈帧的驱动在不同位置破坏内存。',
};

function linkOf(members: readonly SeenCrash[]): Link {
  const text = {
    en: `one machine stops with different codes in different places, and no driver is common to them: a hint at memory, processor or power.`,
    zh: `同一台机器以不同的停止代码在不同位置蓝屏，且没有共同的驱动：提示内存、处理器或供电有问题。`,
  };
  const lines = members.flatMap(stopLines);
  const evidence: Evidence = {
    rule: 'scattered-faults',
    family: 'presence',
    leaves: LEAVES,
    why: WHY,
    unless: UNLESS,
    suspect: 'hardware',
    for: true,
    weight: 'weak',
    lines,
    text: asSentence(text),
  };
  return { crashes: members, certain: false, text, evidence };
}
