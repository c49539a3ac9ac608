import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { toReport } from '#src/report/to-report.ts';

/** What was printed at a breakpoint says nothing about the stop that the machine ran into later. */

const KNOWLEDGE = loadKnowledge();

const BREAKPOINT_STACK = `2: kd> k
 # Child-SP          RetAddr               Call Site
00 ffffd189\`4c2f67e8 fffff806\`5b21500c     acmebus!OnControl
01 ffffd189\`4c2f67f0 fffff806\`5de5a1f5     acmebus!Dispatch+0x6c
02 ffffd189\`4c2f6820 fffff806\`5e2269c8     nt!IofCallDriver+0x55
`;
const STOP = `*** Fatal System Error: 0x000000d1
                       (0x0000000000000010,0x0000000000000002,0x0000000000000000,0xFFFFF8065B2F1234)

A fatal system error has occurred.
`;
const STOP_STACK = `2: kd> k
 # Child-SP          RetAddr               Call Site
00 ffffd189\`4d2f66f8 fffff806\`5de0a1f5     nt!DbgBreakPointWithStatus
01 ffffd189\`4d2f6700 fffff806\`5de0b1f5     nt!KeBugCheckEx
02 ffffd189\`4d2f6710 fffff806\`5b2f1234     nt!KiPageFault+0x463
03 ffffd189\`4d2f6820 fffff806\`5e2269c8     acmescan!Take+0x55
`;

function seen(text: string) {
  const diagnosis = diagnose([{ source: null, text }], KNOWLEDGE);
  const [crash] = diagnosis.crashes;
  const [reported] = toReport(diagnosis, 'en').crashes;
  return {
    drivers: crash?.crash.stack?.frames.map(({ module }) => module).filter((module) => module !== 'nt') ?? null,
    shown: reported?.stack.length,
    culprit: crash?.judgement.verdict.culprit,
    warned: diagnosis.warnings.some(({ text: said }) => said.en.includes('before the machine stopped')),
    next: reported?.nextCommands ?? [],
  };
}

test('the stack of a breakpoint is shown, but is none of the stop', () => {
  for (const between of ['2: kd> g\n\n', '2: kd> gu\n', '2: kd> p\nKDTARGET: Refreshing KD connection\n\n', '\n']) {
    const { next, ...rest } = seen(`Breakpoint 1 hit\nacmebus!OnControl:\n${BREAKPOINT_STACK}${between}${STOP}`);
    assert.deepEqual(rest, { drivers: null, shown: 3, culprit: 'unknown', warned: true }, between);
    assert.ok(next.includes('k'), `${next}`);
  }
});

test('the stack printed after the stop is taken, whatever stood before it', () => {
  const { drivers, warned } = seen(`${BREAKPOINT_STACK}2: kd> g\n\n${STOP}${STOP_STACK}`);
  assert.deepEqual(drivers, ['acmescan']);
  assert.equal(warned, false);
});

test('a stack above the error is taken where it shows the stop, or where nothing shows that the machine ran', () => {
  assert.deepEqual(seen(`${STOP_STACK}2: kd> g\n\n${STOP}`).drivers, ['acmescan']);
  const quoted = BREAKPOINT_STACK.replace('2: kd> k\n', '');
  assert.deepEqual(seen(`The stack:\n${quoted}\nWindows said:\n${STOP}`).drivers, ['acmebus', 'acmebus']);
});
