import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareStack } from '#src/diagnosis/parsers/stack/bare-stack.ts';
import { PROSE, sectionOf } from './section-of.ts';

function read(command: string | null, text: string) {
  const section = sectionOf(command, text);
  return bareStack.accepts(section) ? (bareStack.read(section).stacks ?? []) : [];
}

function show(command: string | null, text: string): string[] {
  return read(command, text).map(({ command: by, lines, frames }) => {
    const names = frames.map(
      ({ module, function: name, offset, address }) => address ?? `${module}!${name ?? ''}${offset ?? ''}`,
    );
    return `${by} ${lines.join('-')} ${names.join(' ')}`;
  });
}

const SITES = 'nt!KeBugCheck2\nacmeflt!AcmeRelease+0x1f\nnt!KiSystemServiceCopyEnd+0x13';
const NAMES = 'nt!KeBugCheck20x0 acmeflt!AcmeRelease0x1f nt!KiSystemServiceCopyEnd0x13'.replace('20x0', '2');

const STACKS: readonly [name: string, command: string | null, text: string, expected: string][] = [
  ['old kc without numbers', 'kc', SITES, `kc 1-3 ${NAMES}`],
  [
    'two lines below kc',
    'kc',
    'nt!ObfDereferenceObject\nacmeflt!AcmeRelease',
    'kc 1-2 nt!ObfDereferenceObject acmeflt!AcmeRelease',
  ],
  ['the top of a stop in a letter', null, `I can only get this:\n\n${SITES}\n\nRegards`, `kc 3-5 ${NAMES}`],
  [
    'STACK_TEXT with its columns taken out',
    null,
    `STACK_TEXT:  \n${SITES.replace('KeBugCheck2', 'IofCallDriver')}`,
    `STACK_TEXT 2-4 ${NAMES.replace('KeBugCheck2', 'IofCallDriver')}`,
  ],
  [
    'a list under a heading',
    null,
    'Call stack:\n- acmeflt+0x2d09\n- `acmeflt+0x1366`\n- nt!IofCallDriver+0x55',
    'kc 2-4 acmeflt!0x2d09 acmeflt!0x1366 nt!IofCallDriver0x55',
  ],
  [
    'names with their parameters',
    null,
    'Call stack from the dump:\nacmezfs!cache_error(int error = 0n5, struct cache * arg = 0xffff8e82`b722c048)+0x210\nacmezfs!queue_thread(void * arg = <Value unavailable error>)+0x1db\nnt!PspSystemThreadStartup+0x55',
    'kc 2-4 acmezfs!cache_error0x210 acmezfs!queue_thread0x1db nt!PspSystemThreadStartup0x55',
  ],
  [
    'the stack of a thread that has a heading of its own',
    null,
    'Thread 2:\n acmefs!AcmeAcquire+0x18\n acmefs!AcmeWrite+0x20\n nt!IofCallDriver+0x45',
    'kc 2-4 acmefs!AcmeAcquire0x18 acmefs!AcmeWrite0x20 nt!IofCallDriver0x45',
  ],
  [
    'a stack whose bottom shows what it is, with remarks of whoever explains it',
    null,
    'acmefs+0x1720619                     <-- fault (paged)\nacmefs+0x97a4                        <-- unload\nnt!PspSystemThreadStartup+0x5a',
    'kc 1-3 acmefs!0x1720619 acmefs!0x97a4 nt!PspSystemThreadStartup0x5a',
  ],
  ...['1  : ', '1) ', '#1 ', '[1] ', '> ', ': '].map((mark): (typeof STACKS)[number] => [
    `frames behind ${mark}`,
    null,
    SITES.split('\n')
      .map((site, at) => mark.replace('1', String(at + 1)) + site)
      .join('\n'),
    `kc 1-3 ${NAMES}`,
  ]),
  ...['  ← 谁发现的', ' <- notices it', ' <--- hier', '   // the caller', ' ---> look', '    (gone since)'].map(
    (remark): (typeof STACKS)[number] => [
      `frames with the remark${remark}`,
      null,
      `STACK_TEXT:\n${SITES.replace('+0x1f', `+0x1f${remark}`).replace('KeBugCheck2', `KeBugCheck2${remark}`)}`,
      `STACK_TEXT 2-4 ${NAMES}`,
    ],
  ),
  [
    'a stack some rows of which were left out',
    null,
    'STACK_TEXT:  \n...\nndis!NdisFDetach+0x68\n...\nacmeflt+0x51b5\nnt!KiPageFault+0x468',
    'STACK_TEXT 3-6 ndis!NdisFDetach0x68 acmeflt!0x51b5 nt!KiPageFault0x468',
  ],
  [
    'a function whose own type holds parameters',
    null,
    'acmesvc!work+0x10\nucrtbase!thread_start<unsigned int (void * parameter = 0x000001f5`f985b090)+0x93 [d:\\a.cpp @ 115]\nntdll!RtlUserThreadStart+0x21',
    'kc 1-3 acmesvc!work0x10 ucrtbase!thread_start<unsigned int (void * parameter = 0x000001f5`f985b090)0x93 ntdll!RtlUserThreadStart0x21',
  ],
  [
    'frames of no module between names',
    null,
    'Stack:\nnt!KeBugCheckEx\nacmeflt+0x1f\n0xffffba0c`56a00248\nffffba0c`00000000\nnt!IofCallDriver+0x59\n0x00007ffacb506184',
    'kc 2-7 nt!KeBugCheckEx acmeflt!0x1f 0xffffba0c56a00248 0xffffba0c00000000 nt!IofCallDriver0x59 0x7ffacb506184',
  ],
  [
    'remarks on frames',
    null,
    'nt!KeBugCheckEx\nnt!KiRaiseSecurityCheckFailure+0x31d (TrapFrame @ fffffe0b`41ca0900)\nacmefs!RtlFailFast(void)+0x5 (Inline Function @ fffff801`41ba47dd) [d:\\inc\\wdm.h @ 11545]\nacmefs!thread_start<unsigned int (__cdecl*)(void * __ptr64)>+0x93 [d:\\a.cpp @ 115]',
    'kc 1-4 nt!KeBugCheckEx nt!KiRaiseSecurityCheckFailure0x31d acmefs!RtlFailFast0x5 acmefs!thread_start<unsigned int (__cdecl*)(void * __ptr64)>0x93',
  ],
];

for (const [name, command, text, expected] of STACKS) {
  test(`reads ${name}`, () => {
    assert.deepEqual(show(command, text), [expected]);
  });
}

const SILENT: readonly [name: string, text: string][] = [
  ['names without any word of a stack', 'acmeflt!AcmeOpen\nacmeflt!AcmeRead\nacmeflt!AcmeClose'],
  ['two names under a heading', 'Call stack:\nnt!IofCallDriver\nacmeflt!AcmeRead'],
  [
    'names that came apart from their rows',
    '00 fffff801`2f6d94fd fffff801`2f6d9500\n01 fffff801`2f6d94fd fffff801`2f6d9500\nnt!KeBugCheckEx\nacmeflt!AcmeRead+0x1\nnt!IofCallDriver+0x2',
  ],
  ['addresses below a heading', 'Stack:\n0xffffba0c`56a00248\n0xffffba0c`00000000\n0xffffba0c`56a0039e'],
  ['two names and addresses', 'Stack:\nnt!IofCallDriver\nacmeflt+0x1f\n0xffffba0c`56a00248\n0xffffba0c`56a0039e'],
  ['code labels', 'nt!KeBugCheckEx:\nnt!KiPageFault:\nacmeflt!AcmeRead:'],
  ['prose', PROSE],
];

for (const [name, text] of SILENT) {
  test(`stays silent on ${name}`, () => {
    assert.deepEqual(read(null, text), []);
  });
}
