import type { Look } from '../look.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { Finding, Likelihoods, Rule } from './rule.ts';

const LEAVES: Likelihoods = {
  hardware: { parts: 3, because: 'what Windows could not write or read may lie on a failing disk' },
  deliberate: { parts: 1, because: 'somebody may have filled the log, or set the clock, for the stop' },
};

export const stopBySetting: Rule = {
  name: 'stop-by-setting',
  why: {
    en: 'A few stops are what a setting or a licence of Windows asks for: no driver did anything wrong.',
    zh: '少数停止是 Windows 的某项设置或许可要求的：没有任何驱动出错。',
  },
  unless: {
    en: 'What made Windows carry the setting out has a cause of its own, such as a disk that cannot be written.',
    zh: '触发该设置的情形另有原因，例如磁盘无法写入。',
    says: ['hardware', 'deliberate'],
  },
  weight: 'strong',
  family: 'system',
  leaves: LEAVES,
  needs: ['bugchecks'],
  find,
};

function find({ crash, knowledge }: Look): Finding[] {
  const code = stopCodeOf(crash);
  const row = code ? knowledge.bugcheck(code) : null;
  if (!crash.bugcheck || !row || !knowledge.has(code, 'by-setting')) {
    return [];
  }
  return [
    {
      suspect: 'os',
      for: true,
      lines: [crash.bugcheck.lines],
      text: {
        en: `Stop code ${code} is asked for by Windows itself: ${row.meaning.en}`,
        zh: `停止代码 ${code} 是 Windows 自身要求的：${row.meaning.zh}`,
      },
      excludes: ['driver', 'forwarder', 'corruptor'],
    },
  ];
}
