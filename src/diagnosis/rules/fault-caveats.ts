import type { FaultKind } from '../views/fault-kind.ts';
import type { Caveat } from './rule.ts';

/** What makes the code that failed a victim, by what it did when it failed. */
export const FAULT_CAVEATS: Readonly<Record<FaultKind, Caveat>> = {
  read: {
    en: 'Someone else had already destroyed the memory it was reading.',
    zh: '它所读取的内存此前已被其他代码破坏。',
    says: ['corruptor'],
  },
  write: {
    en: 'Someone else had already destroyed the pointer through which it was writing.',
    zh: '它用来写入的指针此前已被其他代码破坏。',
    says: ['corruptor'],
  },
  execute: {
    en: 'Someone else had already overwritten the function pointer or return address that led there.',
    zh: '引向该处的函数指针或返回地址此前已被其他代码覆盖。',
    says: ['corruptor'],
  },
  access: {
    en: 'Someone else had already destroyed the memory it was using.',
    zh: '它所使用的内存此前已被其他代码破坏。',
    says: ['corruptor'],
  },
  refused: {
    en: 'A hypervisor, or a setting of the processor, forbids here what is allowed elsewhere.',
    zh: '虚拟机监控程序或处理器设置在这里禁止了别处允许的操作。',
    says: ['platform'],
  },
  'no-instruction': {
    en: 'Its code in memory had been changed, by failing memory or by a stray write of someone else.',
    zh: '它在内存中的代码已被改动：内存故障，或其他代码越界写入。',
    says: ['hardware', 'corruptor'],
  },
  division: {
    en: 'Another driver, or Windows, had handed it the number that it was not prepared for.',
    zh: '它没有料到的数值由另一个驱动或 Windows 传入。',
    says: ['forwarder', 'windows'],
  },
  'own-check': {
    en: 'What its own check found damaged had been damaged by someone else.',
    zh: '它自身检查所发现的损坏是其他代码造成的。',
    says: ['corruptor'],
  },
  stepped: {
    en: 'A debugger, a hypervisor or another driver had set the trap flag or the breakpoint that it ran into.',
    zh: '它遇到的陷阱标志或断点是由调试器、虚拟机监控程序或其他驱动设置的。',
    says: ['platform', 'driver'],
  },
  time: {
    en: 'A device that does not answer, or another processor, held it up.',
    zh: '是没有响应的设备或另一个处理器拖住了它。',
    says: ['hardware', 'driver', 'windows'],
  },
};

/** Verifier counted itself what the driver left behind: no time ran out there, and no frame was taken for another. */
export const LEFT_BEHIND: Caveat = {
  en: 'Another driver was to free what this one had allocated.',
  zh: '本应由另一个驱动释放该驱动分配的内存。',
  says: ['driver'],
};
