import type { Failure } from '../../diagnosis/knowledge/failures.ts';
import type { Text } from '../../language/text.ts';

/** What happened, in a sentence that is true whoever did it. */
export const FAILURE_WORDS: Readonly<Record<Failure, Text>> = {
  'recorded-error': {
    en: 'Hardware stopped the machine, not software.',
    zh: '导致停止的是硬件，而不是软件。',
  },
  'unloaded-code': {
    en: 'Code was called that had already been unloaded from memory.',
    zh: '系统调用了已经从内存中卸载的代码。',
  },
  'unloaded-data': {
    en: 'Data was touched that had been unloaded from memory with its driver.',
    zh: '系统访问了已随驱动一起从内存中卸载的数据。',
  },
  'own-wait': {
    en: 'A driver waited for the end of the very routine that it was running in, so it waits for ever.',
    zh: '驱动在自己的回调例程中等待该例程结束，因此永远等不到。',
  },
  'service-at-raised-irql': {
    en: 'A system service was called at an IRQL at which it may not be called.',
    zh: '在不允许的 IRQL 上调用了系统服务。',
  },
  'overwritten-pointer': {
    en: 'A pointer had been overwritten with other data before it was used.',
    zh: '一个指针在使用之前已被其他数据覆盖。',
  },
  'program-pointer': {
    en: 'A driver used a pointer that a program had sent, without checking it.',
    zh: '驱动未经检查就使用了应用程序传来的指针。',
  },
  'end-of-buffer': {
    en: 'A copy or scan ran on past the end of its buffer.',
    zh: '复制或扫描越过了缓冲区的末尾。',
  },
  'pageable-code': {
    en: 'Code in pageable memory was to run at a raised IRQL, where Windows cannot page it in.',
    zh: '位于可分页内存的代码在较高的 IRQL 上运行，而此时 Windows 无法将其换入。',
  },
  'null-pointer': {
    en: 'A null pointer, or an error value, was used as if it pointed at something.',
    zh: '空指针（或错误值）被当作有效指针使用。',
  },
  'stale-memory': {
    en: 'A pointer was used that came from memory already freed or never filled.',
    zh: '所用的指针来自已释放或从未填写的内存。',
  },
  'caught-access': {
    en: 'Memory was touched that was freed or lies beyond its block; special pool stopped the machine at that very access.',
    zh: '访问了已释放或越界的内存；特殊池在该次访问发生时就停止了系统。',
  },
  'no-pointer': {
    en: 'Data was used as a pointer: the value is no address that a processor accepts.',
    zh: '数据被当作指针使用：该值不是处理器接受的地址。',
  },
  'ran-into-data': {
    en: 'The processor was sent to run data instead of code.',
    zh: '处理器被引到数据而不是代码处执行。',
  },
  'overwritten-stack': {
    en: 'Something wrote past a buffer on the stack and over what lies above it.',
    zh: '有代码写出了栈上缓冲区的边界，覆盖了其上方的内容。',
  },
  'full-stack': {
    en: 'The kernel stack ran out.',
    zh: '内核栈已耗尽。',
  },
  'flipped-bit': {
    en: 'A value was wrong in a single bit.',
    zh: '某个值只有一个比特出错。',
  },
  'changed-code': {
    en: 'Code in memory is not what its file on disk holds.',
    zh: '内存中的代码与磁盘上的文件不一致。',
  },
  'changed-register': {
    en: 'A processor register that nobody may change had changed.',
    zh: '不允许改动的处理器寄存器发生了变化。',
  },
  'broken-rule': {
    en: 'Driver Verifier stopped the machine because a driver broke a rule.',
    zh: 'Driver Verifier 发现驱动违反规则，因此停止了系统。',
  },
  'broken-framework-rule': {
    en: 'A driver framework of Windows stopped the machine at a call that breaks its rules.',
    zh: 'Windows 的驱动框架发现违反其规则的调用，因此停止了系统。',
  },
  'held-request': {
    en: 'A request (IRP) is still open that should have been completed.',
    zh: '有一个本应完成的请求 (IRP) 仍未完成。',
  },
  'held-lock': {
    en: 'Threads wait for something that another thread does not give back.',
    zh: '一些线程在等待另一个线程没有释放的资源。',
  },
  'waiting-thread': {
    en: 'The output shows a thread that waits, and no stop code: nothing in it says that Windows stopped.',
    zh: '输出显示一个正在等待的线程，没有停止代码：其中没有内容表明 Windows 停止过。',
  },
  'held-processor': {
    en: 'A processor was kept busy too long: nothing else got its turn.',
    zh: '处理器被占用过久，其他工作无法执行。',
  },
  'silent-display': {
    en: 'The graphics card or its driver did not answer in time.',
    zh: '显卡或其驱动没有及时响应。',
  },
  'unread-disk': {
    en: 'Windows could not read its own memory or files back from disk.',
    zh: 'Windows 无法从磁盘读回自己的内存页或文件。',
  },
  'failed-registry': {
    en: 'The registry code of Windows failed on its own data.',
    zh: 'Windows 的注册表代码在处理自身数据时出错。',
  },
  'refused-image': {
    en: 'Windows refused a file because its signature does not hold.',
    zh: 'Windows 因签名无效而拒绝了某个文件。',
  },
  'ended-process': {
    en: 'A process that Windows cannot do without came to an end.',
    zh: 'Windows 不可缺少的进程结束了。',
  },
  'failed-start': {
    en: 'Windows failed while starting, before any driver was running.',
    zh: 'Windows 在启动过程中出错，此时还没有驱动运行。',
  },
  'sent-interrupt': {
    en: 'A non-maskable interrupt (NMI) stopped whatever was running.',
    zh: '不可屏蔽中断 (NMI) 停止了正在运行的一切。',
  },
  'unhandled-exception': {
    en: 'An exception occurred in the kernel that nobody handled.',
    zh: '内核中发生了无人处理的异常。',
  },
};
