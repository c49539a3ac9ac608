import type { HardwareErrorFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { errorRecords } from '../views/error-records.ts';
import { MACHINE_RECORD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const hardwareErrorRecord: Rule = {
  name: 'hardware-error-record',
  why: {
    en: 'A WHEA record or machine check is the processor, memory or bus reporting its own error; no driver writes it.',
    zh: 'WHEA 记录或机器检查是处理器、内存或总线在报告自身错误，不是驱动写出来的。',
  },
  unless: {
    en: 'The record says "corrected", or overclocking and old firmware provoke the errors.',
    zh: '记录标明错误“已纠正”，或错误由超频、过旧的固件引起。',
    says: ['platform', 'hardware'],
  },
  weight: 'decisive',
  family: 'machine',
  shows: 'recorded-error',
  leaves: MACHINE_RECORD,
  needs: ['hardwareErrors'],
  find,
};

function find(look: Look): Finding[] {
  const fatal = errorRecords(look).filter(({ detail }) => !/corrected/i.test(detail.replace(/uncorrected/gi, '')));
  // What names the part says more than what kind of error it was.
  const [first, ...more] = fatal.toSorted((a, b) => rankOf(b) - rankOf(a));
  if (!first) {
    return [];
  }
  return [
    {
      suspect: 'hardware',
      for: true,
      excludes: ['corruptor', 'forwarder', 'windows'],
      lines: [first, ...more.slice(0, 2)].map(({ lines }) => lines),
      text: textOf(first),
    },
  ];
}

function rankOf({ namesPart }: HardwareErrorFact): number {
  return namesPart ? 1 : 0;
}

function textOf({ source, detail }: HardwareErrorFact): Finding['text'] {
  return {
    en: `The machine recorded a hardware error itself (${source}): ${detail}`,
    zh: `机器自身记录了硬件错误（${source}）：${detail}`,
  };
}
