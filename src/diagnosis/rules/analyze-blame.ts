import type { Fact } from '../facts.ts';
import { bucketModule } from '../views/bucket-module.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { driverRole } from '../views/driver-role.ts';
import type { NearestDriver } from '../views/nearest-driver.ts';
import { nearestDriver } from '../views/nearest-driver.ts';
import { isSchedulerCode } from '../views/scheduler-code.ts';
import { notOfWindows } from '../views/shown-third-party.ts';
import { isStackExhausted } from '../views/stack-exhausted.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { isTransport } from '../views/transport.ts';
import { isVerifierRuleImage } from '../views/verifier-rule-image.ts';
import { DISPLAY_CODES, displayTimeout } from './display-timeout.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';

/** A verifier stop is raised inside the call that broke the rule, so the frame that !analyze takes is the right one. */
const VERIFIER_CODES = new Set(['0xc4', '0xc9', '0xd6', '0xe6']);

export const analyzeBlame: Rule = {
  name: 'analyze-blame',
  why: {
    en: '!analyze names the first frame it holds responsible. Measured on published cases it is right when it names a third party, and wrong mostly when it names Windows.',
    zh: '!analyze 给出它认为负责的第一个栈帧。在公开案例上的统计表明：它指向第三方驱动时多半正确，出错主要发生在它指向 Windows 组件时。',
  },
  unless: {
    en: 'Symbols were missing, or the named frame is only the transport below the fault.',
    zh: '缺少符号，或被指名的栈帧只是出错点之下的传输层。',
  },
  weight: 'moderate',
  family: 'code',
  needs: [],
  find,
};

function find(input: RuleInput): Finding[] {
  const blamed = blamedImage(input);
  const role = blamed && driverRole(blamed.image, input);
  if (!blamed || role?.role !== 'third-party' || isVerifierRuleImage(role.image, input)) {
    return [];
  }
  const walk = crashWalk(input);
  const nearest = walk && nearestDriver(walk);
  const doubtful = nearest !== null && nearest.role.image === role.image && isDistant(nearest);
  const lastBytes = input.crash.stack === null && isStackExhausted(input);
  const sure = VERIFIER_CODES.has(stopCodeOf(input.crash) ?? '') ? ('strong' as const) : null;
  const misplaced = DISPLAY_CODES.has(stopCodeOf(input.crash) ?? '') && !isDisplayDriver(input, role.image);
  const weight = doubtful || misplaced || lastBytes ? ('weak' as const) : sure;
  const outside = notOfWindows(role, input);
  return [
    {
      suspect: role.image,
      for: true,
      ...(weight && { weight }),
      lines: [blamed.fact.lines],
      text: {
        en: `The debugger's own analysis names ${role.image}, which ${outside.en}.`,
        zh: `调试器自身的分析指向 ${role.image}，它${outside.zh}。`,
      },
    },
  ];
}

/** A stop that is about a display driver and names another is mistaken about the name: `displayTimeout` knows the places. */
function isDisplayDriver(input: RuleInput, image: string): boolean {
  return (
    driverRole(image, input)?.driver?.kind === 'display' ||
    displayTimeout.find(input).some(({ suspect }) => suspect === image)
  );
}

/** On the stack, but by its place there no cause of the fault: only hooked, interrupted, the end of a long path, or one who woke a thread. */
function isDistant(nearest: NearestDriver): boolean {
  const { between, nearness } = nearest;
  if (between.some(({ frame }) => isSchedulerCode(frame))) {
    return true;
  }
  return nearness === 'service' || nearness === 'interrupted' || (nearness === 'far' && isTransport(nearest));
}

/** IMAGE_NAME, else "Probably caused by : x.sys", else the module of the symbol where the analysis was cut before it. */
function blamedImage({ crash, facts, knowledge }: RuleInput): { image: string; fact: Fact } | null {
  const place: Fact = { lines: crash.mentions[0] ?? [1, 1] };
  const field = facts.fields.find(({ name }) => name === 'IMAGE_NAME');
  if (crash.image) {
    return { image: crash.image, fact: field ?? place };
  }
  if (field) {
    return { image: field.value, fact: field };
  }
  const probable = facts.namedDrivers.find(({ by }) => by === 'probably-caused-by');
  if (probable) {
    return { image: probable.image, fact: probable };
  }
  const module = crash.module ?? crash.symbol?.split(/[!+]/)[0];
  const named = facts.fields.find(({ name }) => name === 'MODULE_NAME' || name === 'SYMBOL_NAME');
  if (module) {
    return { image: module, fact: named ?? place };
  }
  const bucket = bucketModule(crash.failureBucket, (name) => isNamed(name, { crash, facts, knowledge }));
  return bucket
    ? { image: bucket, fact: facts.fields.find(({ value }) => value === crash.failureBucket) ?? place }
    : null;
}

/** A module that the public table or the stack of the paste shows under this name. */
function isNamed(name: string, { crash, knowledge }: RuleInput): boolean {
  const lower = name.toLowerCase();
  const onStack = crash.stack?.frames.some(({ module }) => module?.toLowerCase() === lower) ?? false;
  return onStack || knowledge.driver(lower) !== null;
}
