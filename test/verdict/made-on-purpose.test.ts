import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { analyze, stackText, THREAD_END } from './debugger-text.ts';
import { judged } from './verdict-of.ts';

const knowledge = loadKnowledge();
const FORCED = ['nt!KeBugCheckEx', 'quickdump+0x1184', 'nt!IofCallDriver+0x55', ...THREAD_END];
const BLAMED = '\nMODULE_NAME: quickdump\n\nIMAGE_NAME:  quickdump.sys\n';

function replyOf(text: string, language: 'en' | 'zh') {
  const pastes = [{ source: null, text }];
  return buildReply(diagnose(pastes, knowledge), pastes, language).crashes[0];
}

test('a crash made on purpose accuses nobody, says so, and asks why it was made', () => {
  const text = analyze('e2', ['0', 'ffff910a5c7e3f10', '40', '0']) + stackText(...FORCED) + BLAMED;
  const { verdict, suspects, recommendations, nextCommands, deliberate } = judged(text).judgement;
  assert.equal(deliberate, true);
  assert.equal(verdict.culprit, 'unknown');
  assert.deepEqual(suspects, []);
  assert.deepEqual(
    recommendations.map(({ id }) => id),
    ['ask-why-forced'],
  );
  assert.deepEqual(
    nextCommands.map(({ command }) => command),
    ['!running -ti', '!locks', '!stacks 2'],
  );
  assert.match(replyOf(text, 'en')?.verdict.sentence ?? '', /made on purpose/);
  assert.match(replyOf(text, 'zh')?.verdict.sentence ?? '', /人为触发/);
});

test('so do a power button that was held and a live dump that somebody asked for', () => {
  for (const code of ['1c8', '161', 'deaddead']) {
    const { verdict, recommendations } = judged(analyze(code, ['0', '0', '0', '0']) + stackText(...FORCED)).judgement;
    assert.equal(verdict.culprit, 'unknown', code);
    assert.deepEqual(
      recommendations.map(({ id }) => id),
      ['ask-why-forced'],
      code,
    );
  }
});

test('an NMI is no proof of failed hardware: whether it was sent is asked first', () => {
  const text = `NMI_HARDWARE_FAILURE (80)
This is typically due to a hardware malfunction.  The hardware supplier should
be called.
Arguments:
Arg1: 00000000004f4454
Arg2: 0000000000000000
Arg3: 0000000000000000
Arg4: 0000000000000000

MODULE_NAME: hardware

IMAGE_NAME:  hardware
`;
  const { verdict, recommendations } = judged(text).judgement;
  assert.equal(verdict.culprit, 'hardware');
  assert.equal(verdict.confidence, 'low');
  assert.equal(recommendations[0]?.id, 'was-the-interrupt-sent');
  assert.match(recommendations[0]?.text.en ?? '', /iLO, iDRAC.*Debug-VM -InjectNonMaskableInterrupt/);
});

test('what an NMI interrupted is no suspect, and in a virtual machine the hardware is none either', () => {
  const frames = stackText(
    'nt!KeBugCheckEx',
    'hal!HalBugCheckSystem+0xca',
    'nt!KiProcessNMI+0x183',
    'peartree+0x20c4',
    ...THREAD_END,
  );
  const guest =
    '\n0: kd> !sysinfo machineid\nSystemManufacturer = QEMU\nSystemProductName = Standard PC (Q35 + ICH9, 2009)\n';
  const { verdict, recommendations } = judged(analyze('80', ['4f4454', '0', '0', '0']) + frames + guest).judgement;
  assert.equal(verdict.culprit, 'unknown');
  assert.equal(recommendations[0]?.id, 'was-the-interrupt-sent');
  assert.ok(
    !judged(analyze('80', ['4f4454', '0', '0', '0']) + frames).judgement.suspects.some(
      ({ driver }) => driver === 'peartree.sys',
    ),
  );
});

test("a stop code that nobody lists is said to be its caller's own", () => {
  const text = `Unknown bugcheck code (4badc0de)
Unknown bugcheck description
Arguments:
Arg1: ffffe10b52c0a010
Arg2: 0000000000000007
Arg3: 0000000000000000
Arg4: 0000000000000000

`;
  assert.match(replyOf(text, 'en')?.meaning ?? '', /does not list this stop code/);
  assert.match(replyOf(text, 'zh')?.meaning ?? '', /只有其厂商知道/);
});

test('nor is one that WHEA reports: 0x124 whose source is an NMI, with the debugger guessing at the maker', () => {
  const blamed = '\nMODULE_NAME: AuthenticAMD\n\nIMAGE_NAME:  AuthenticAMD.sys\n';
  const text = (source: string, status = '0') => analyze('124', [source, 'ffffd08b1a2f3028', status, '0']) + blamed;
  const { verdict, recommendations } = judged(text('3')).judgement;
  assert.deepEqual([verdict.culprit, verdict.confidence], ['hardware', 'low']);
  assert.equal(recommendations[0]?.id, 'was-the-interrupt-sent');
  assert.equal(judged(text('0', 'b2000000')).judgement.verdict.confidence, 'high');
  // A kind of source without a record, and the debugger's guess, are one opinion.
  for (const source of ['0', '4', '5', '7', '10']) {
    const { judgement } = judged(text(source));
    assert.deepEqual([judgement.verdict.culprit, judgement.verdict.confidence], ['hardware', 'medium'], source);
    assert.match(judgement.recommendations[0]?.commands[0] ?? '', /^!errrec /, source);
  }
});
