import type { BugcheckFact, ModuleFact } from '../facts.ts';
import type { Text } from '../text.ts';
import type { Judged } from './judged.ts';

/** The facts a vendor needs, in two or three sentences: the stop, the module's record, the finding that weighs most. */
export function vendorFacts({ crash, suspects, verdict }: Judged): Text {
  const module = crash.facts.modules.find(({ image }) => image?.toLowerCase() === verdict.culprit);
  const best = suspects[0]?.evidence.find((evidence) => evidence.for);
  const parts = [stopOf(crash.bugcheck), recordOf(module), best?.text].filter((part) => part !== undefined);
  return { en: parts.map(({ en }) => en).join(' '), zh: parts.map(({ zh }) => zh).join('') };
}

function stopOf(bugcheck: BugcheckFact | null): Text | undefined {
  if (!bugcheck) return undefined;
  const args = bugcheck.args.map((argument) => argument ?? '?').join(', ');
  const stop = `${bugcheck.code ?? '?'} ${bugcheck.name ?? ''}${args ? ` (${args})` : ''}`;
  return { en: `Stop code ${stop}.`, zh: `停止代码 ${stop}。` };
}

function recordOf(module: ModuleFact | undefined): Text | undefined {
  if (!module) return undefined;
  const { version, timestamp, checksum } = module;
  return {
    en: `Module: version ${version ?? 'none'}, built ${timestamp ?? 'unknown'}, checksum ${checksum ?? 'unknown'}.`,
    zh: `模块：版本 ${version ?? '无'}，构建时间 ${timestamp ?? '未知'}，校验和 ${checksum ?? '未知'}。`,
  };
}
