import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** `Report.wer` as somebody opens it in an editor: a name and its value in two lines. */

const knowledge = loadKnowledge();

function reportOf(event: string, signature: readonly (readonly [string, string])[]): string {
  return [
    'Version=1',
    `EventType=${event}`,
    'EventTime=133400000000000000',
    'ReportType=4',
    'Consent=1',
    'UploadTime=133400000010000000',
    'ReportStatus=268435456',
    'ReportIdentifier=0b2c3d4e-1111-2222-3333-444455556666',
    'IntegratorReportIdentifier=0b2c3d4e-1111-2222-3333-444455556667',
    'Wow64Host=34404',
    `NsAppName=${event}`,
    'OriginalFilename=WerFault.exe',
    'Response.type=4',
    ...signature.flatMap(([name, value], at) => [`Sig[${at}].Name=${name}`, `Sig[${at}].Value=${value}`]),
    'DynamicSig[1].Name=OS Version',
    'DynamicSig[1].Value=10.0.19045.2.0.0.256.48',
  ].join('\n');
}

const STOP: readonly (readonly [string, string])[] = [
  ['Code', 'd1'],
  ['Parameter 1', '28'],
  ['Parameter 2', '2'],
  ['Parameter 3', '0'],
  ['Parameter 4', 'fffff80512345678'],
];

for (const [event, kind] of [
  ['BlueScreen', '0xd1'],
  ['LiveKernelEvent', '0xd1'],
] as const) {
  test(`code and arguments of a ${event} stand in two lines each`, () => {
    const { crashes } = diagnose([{ source: null, text: reportOf(event, STOP) }], knowledge);
    const [stop] = crashes.map(({ crash }) => crash.bugcheck);
    assert.equal(crashes.length, 1);
    assert.deepEqual([stop?.code, stop?.args], [kind, ['0x28', '0x2', '0x0', '0xfffff80512345678']]);
    assert.deepEqual(stop?.argLines?.[0], [16, 17]);
  });
}

test('the report of a program is no stop, and is said to be one of a program', () => {
  const text = reportOf('APPCRASH', [
    ['Application Name', 'acmeserver.exe'],
    ['Application Version', '2.4.18.0'],
    ['Application Timestamp', '5667fd57'],
    ['Fault Module Name', 'acmescript.dll'],
    ['Fault Module Version', '7.0.4.0'],
    ['Fault Module Timestamp', '56d77347'],
    ['Exception Code', 'c0000005'],
  ]);
  const { crashes, warnings } = diagnose([{ source: null, text }], knowledge);
  assert.deepEqual(crashes, []);
  assert.match(warnings[0]?.text.en ?? '', /acmeserver\.exe, exception 0xc0000005 in acmescript\.dll/);
});

test('a value without its name, or behind another one, is left as it stands', () => {
  const text = 'Sig[0].Name=Code\nSig[1].Value=d1\nEventType=BlueScreen';
  assert.deepEqual(diagnose([{ source: null, text }], knowledge).crashes, []);
});
