import type { Text } from '../text.ts';
import type { Judged } from './judged.ts';

/** The facts a vendor needs, in two or three sentences: the stop, the module's record, the finding that weighs most. */
export function vendorFacts({ crash, suspects, verdict }: Judged): Text {
  const { bugcheck } = crash;
  const args = bugcheck?.args.map((arg) => arg ?? '?').join(', ');
  const stop = bugcheck ? `${bugcheck.code ?? '?'} ${bugcheck.name ?? ''} (${args})` : null;
  const module = crash.facts.modules.find(({ image }) => image?.toLowerCase() === verdict.culprit);
  const built = module?.timestamp ?? null;
  const best = suspects[0]?.evidence.find((evidence) => evidence.for);
  const version = module?.version ?? null;
  return {
    en: [
      stop && `Stop code ${stop}.`,
      module &&
        `Module: version ${version ?? 'none'}, built ${built ?? 'unknown'}, checksum ${module.checksum ?? 'unknown'}.`,
      best?.text.en,
    ]
      .filter(Boolean)
      .join(' '),
    zh: [
      stop && `停止代码 ${stop}。`,
      module && `模块:版本 ${version ?? '无'},构建时间 ${built ?? '未知'},校验和 ${module.checksum ?? '未知'}。`,
      best?.text.zh,
    ]
      .filter(Boolean)
      .join(''),
  };
}
