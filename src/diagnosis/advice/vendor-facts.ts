import type { Text } from '../../language/text.ts';
import type { Crash } from '../crash.ts';
import type { ModuleFact } from '../facts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { meantCode } from '../knowledge/stop-code.ts';
import type { Judged } from '../verdict/judged.ts';

/** The facts a vendor needs, in two or three sentences: the stop, the module's record, the finding that weighs most. */
export function vendorFacts({ crash, knowledge, suspects, verdict }: Judged): Text {
  const module = crash.facts.modules.find(({ image }) => image?.toLowerCase() === verdict.culprit);
  const best = suspects[0]?.evidence.find((evidence) => evidence.for);
  const parts = [stopOf(crash.bugcheck, knowledge), recordOf(module), best?.text].filter((part) => part !== undefined);
  return { en: parts.map(({ en }) => en).join(' '), zh: parts.map(({ zh }) => zh).join('') };
}

/** Code and name, each from the reference where the paste shows only the other, then the arguments. */
function stopOf(bugcheck: Crash['bugcheck'], knowledge: Knowledge): Text | undefined {
  if (!bugcheck) {
    return undefined;
  }
  const { name, args } = bugcheck;
  const code = meantCode(bugcheck);
  const known = code ? knowledge.bugcheck(code) : knowledge.bugcheckByName(name ?? '');
  const list = args.map((argument) => argument ?? '?').join(', ');
  const parts = [code ?? known?.code, nameOf(name, known), list && `(${list})`];
  const stop = parts.filter((part) => part !== undefined && part !== '').join(' ');
  return { en: `Stop code ${stop}.`, zh: `停止代码 ${stop}。` };
}

/** The reference spells it as the vendor knows it; what it does not list stays as printed. */
function nameOf(printed: string | null, known: { readonly name: string } | null): string | undefined {
  return known === null ? (printed ?? undefined) : known.name;
}

const ISO = /^(?<day>[\d-]{10})T(?<time>[\d:]{5,8})(?:\.\d{1,9})?Z$/;

function recordOf(module: ModuleFact | undefined): Text | undefined {
  if (!module) {
    return undefined;
  }
  const { version, checksum } = module;
  const built = module.timestamp?.replace(ISO, '$<day> $<time> UTC');
  return {
    en: `Module: ${version ? `version ${version}` : 'no version number'}, built ${built ?? 'unknown'}, checksum ${checksum ?? 'unknown'}.`,
    zh: `模块：${version ? `版本 ${version}` : '无版本号'}，构建时间 ${built ?? '未知'}，校验和 ${checksum ?? '未知'}。`,
  };
}
