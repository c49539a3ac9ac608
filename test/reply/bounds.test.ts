import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withFewFacts } from '#src/adapters/diagnosis-thread/few-facts.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { Report } from '#src/report/schema.ts';
import { toReport } from '#src/report/to-report.ts';

const STOP = `0: kd> !analyze -v
DRIVER_POWER_STATE_FAILURE (9f)
Arguments:
Arg1: 0000000000000003, A device object has been blocking an Irp for too long a time
Arg2: ffffd48a11112222, Physical Device Object of the stack
Arg3: fffff80511112222, nt!TRIAGE_9F_POWER
Arg4: ffffd48a33334444, The blocked IRP
`;

function read(rows: string) {
  const pastes = [{ source: null, text: STOP + rows }];
  const diagnosis = diagnose(pastes, loadKnowledge());
  return { diagnosis, report: toReport(diagnosis, 'en'), reply: buildReply(diagnosis, pastes, 'zh') };
}

function rows(count: number, row: (at: number, digits: string) => string): string {
  return Array.from({ length: count }, (_, at) => row(at, (at * 16).toString(16).padStart(8, '0'))).join('\n');
}

test('of very many names those with most evidence are told, and how many are not', () => {
  const { report, reply } = read(
    rows(2000, (at, digits) => `  ffffd48a\`${digits}  \\Driver\\maker${at.toString(36)}   ffffd48a\`${digits}`),
  );
  assert.equal(report.crashes[0]?.suspects.length, 50);
  assert.ok(JSON.stringify(report).length < 200_000 && JSON.stringify(reply).length < 200_000);
  assert.match(report.warnings.join('\n'), /c1: \d{4} more names with less evidence are left out/);
  assert.match(reply.warnings.join('\n'), /另有 \d{4} 个证据更少的名称未列出/);
});

test('the document holds thousands of modules, not all of any number, and says so', () => {
  const hex = (at: number) => at.toString(16).padStart(8, '0');
  const list = rows(
    7000,
    (at) => `fffff80a\`${hex(at * 0x8000)} fffff80a\`${hex(at * 0x8000 + 0x7000)}   m${at}   (deferred)`,
  );
  const { report } = read(`0: kd> lm\nstart             end                 module name\n${list}`);
  assert.equal(report.crashes[0]?.modules.length, 5000);
  assert.match(report.warnings.join('\n'), /c1: 2000 more rows of modules/);
  assert.ok(Report.safeParse(report).success);
});

test('a line of a megabyte is no value of a megabyte', () => {
  const { report, reply } = read(
    `PROCESS_NAME:  ${'p'.repeat(1_000_000)}.exe\nFAILURE_BUCKET_ID:  ${'b'.repeat(1_000_000)}\n`,
  );
  const { process, failureBucket } = report.crashes[0] ?? {};
  assert.ok((process?.length ?? 0) > 50 && (process?.length ?? 0) <= 100);
  assert.equal(failureBucket?.length, 1000);
  assert.ok(JSON.stringify(report).length < 100_000 && JSON.stringify(reply).length < 100_000);
});

test('what comes back from a thread says the same with few of its facts', () => {
  const frames = rows(5000, (at, digits) => `ffffae01\`${digits} fffff805\`${digits} maker!Step${at}+0x1${at}`);
  const { diagnosis } = read(`0: kd> k\nChild-SP          RetAddr           Call Site\n${frames}`);
  const few = withFewFacts(diagnosis);
  const pastes = [{ source: null, text: STOP }];
  assert.deepEqual(buildReply(few, pastes, 'en'), buildReply(diagnosis, pastes, 'en'));
  assert.equal(diagnosis.crashes[0]?.crash.stack?.frames.length, 5000);
  assert.equal(few.crashes[0]?.crash.stack?.frames.length, 2000);
});
