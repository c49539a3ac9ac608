import type { Look } from '../look.ts';
import { holdsBankStatus } from '../views/error-records.ts';
import { isGuest } from '../views/guest-machine.ts';
import { isInterrupt } from '../views/occasion.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { MACHINE_RECORD } from './observations.ts';
import type { Finding, Rule, Weight } from './rule.ts';

export const hardwareStopCode: Rule = {
  name: 'hardware-stop-code',
  why: {
    en: 'A few stop codes are raised only when the hardware itself reports trouble.',
    zh: '少数停止代码只有在硬件自身报告故障时才会出现。',
  },
  unless: {
    en: 'A hypervisor or a virtual machine passes the error on, or firmware reports it wrongly.',
    zh: '错误由虚拟机监控程序转发，或由固件误报。',
    says: ['platform'],
  },
  weight: 'strong',
  family: 'machine',
  leaves: MACHINE_RECORD,
  needs: ['bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const { crash, facts, knowledge } = look;
  const code = stopCodeOf(crash);
  // Nothing but the hypervisor, or who asks it to, can send a guest this interrupt.
  if (isInterrupt(look) && isGuest(facts)) {
    return [];
  }
  const row = code ? knowledge.bugcheck(code)?.hardware : undefined;
  if (!code || !row || !crash.bugcheck) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: true,
      weight: weightOf(look, row.weight),
      lines: [crash.bugcheck.lines],
      text: {
        en: `Stop code ${code}: ${row.says.en}.`,
        zh: `停止代码 ${code}：${row.says.zh}。`,
      },
    },
  ];
}

/** Of an interrupt not even a record of WHEA says who sent it; the status of a bank in the arguments is the record. */
function weightOf(look: Look, ofCode: Weight): Weight {
  if (isInterrupt(look)) {
    return 'moderate';
  }
  return holdsBankStatus(look) ? 'decisive' : ofCode;
}
