import type { Text } from '../../language/text.ts';
import type { Look } from '../look.ts';
import { isGuest } from '../views/guest-machine.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import type { Finding, Rule, Weight } from './rule.ts';

/** Stop codes that the public bug check reference explains by a failing machine. */
const CODES: Readonly<Record<string, { weight: Weight; says: Text }>> = {
  '0x9c': {
    weight: 'decisive',
    says: { en: 'the processor raised a machine check', zh: '处理器报告了机器检查异常' },
  },
  '0x124': {
    weight: 'decisive',
    says: { en: 'Windows hardware error architecture reports a fatal error', zh: 'Windows 硬件错误体系报告了致命错误' },
  },
  // The dump button of a server and a hypervisor's debugger raise the same interrupt on purpose.
  '0x80': {
    weight: 'moderate',
    says: { en: 'the hardware raised a non-maskable interrupt', zh: '硬件触发了不可屏蔽中断 (NMI)' },
  },
  '0x2e': { weight: 'strong', says: { en: 'a parity error on the memory bus', zh: '内存总线上出现奇偶校验错误' } },
  '0x12b': {
    weight: 'strong',
    says: { en: 'the memory manager found a page corrupted by hardware', zh: '内存管理器发现页面被硬件破坏' },
  },
  '0xa5': {
    weight: 'moderate',
    says: { en: 'the ACPI tables of the firmware are faulty', zh: '固件的 ACPI 表有错误' },
  },
  '0x14b': {
    weight: 'moderate',
    says: { en: 'a subsystem of the chip reported a critical fault', zh: '片上子系统报告了严重故障' },
  },
  '0x101': {
    weight: 'weak',
    says: { en: 'a processor did not answer the clock interrupt', zh: '有处理器没有响应时钟中断' },
  },
};

export const hardwareStopCode: Rule = {
  name: 'hardware-stop-code',
  why: {
    en: 'A few stop codes are raised only when the hardware itself reports trouble.',
    zh: '少数停止代码只有在硬件自身报告故障时才会出现。',
  },
  unless: {
    en: 'A hypervisor or a virtual machine passes the error on, or firmware reports it wrongly.',
    zh: '错误由虚拟机监控程序转发，或由固件误报。',
  },
  weight: 'strong',
  family: 'machine',
  needs: ['bugchecks'],
  find,
};

function find({ crash, facts }: Look): Finding[] {
  const code = stopCodeOf(crash);
  // Nothing but the hypervisor, or who asks it to, can send a guest this interrupt.
  if (code === '0x80' && isGuest(facts)) {
    return [];
  }
  const row = code ? CODES[code] : undefined;
  if (!code || !row || !crash.bugcheck) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: true,
      weight: row.weight,
      lines: [crash.bugcheck.lines],
      text: {
        en: `Stop code ${code}: ${row.says.en}.`,
        zh: `停止代码 ${code}：${row.says.zh}。`,
      },
    },
  ];
}
