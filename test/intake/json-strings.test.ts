import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const OUTPUT = [
  '3: kd> !analyze -v',
  'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)',
  'An attempt was made to access a pageable address.',
  'Arguments:',
  'Arg1: 0000000000000010, memory referenced',
  'Arg2: 0000000000000002, IRQL',
  'Arg3: 0000000000000000, value 0 = read operation',
  'Arg4: fffff80562341092, address which referenced memory',
  '',
  'PROCESS_NAME:  System',
  '',
  'STACK_TEXT:  ',
  'ffffb10a`11c25ca8 fffff803`5be78569     : 00000000`0000000a 00000000`00000010 00000000`00000002 00000000`00000000 : nt!KeBugCheckEx',
  'ffffb10a`11c25df0 fffff805`62341092     : ffffd607`24d54000 ffffb10a`11c25f9c 0003a7d0`2c610000 00000001`00000003 : nt!KiPageFault+0x437',
  'ffffb10a`11c25f80 fffff803`3a2166b0     : 0000002f`b71cd4e7 ffffd607`336d4830 ffffd607`251c5090 0000002f`b71cd4e7 : acmeflt!AcmeRead+0x50 [D:\\new\\read.c @ 87]',
  '',
  'FAILURE_BUCKET_ID:  AV_acmeflt!AcmeRead',
];
const TEXT = OUTPUT.join('\n');
const STACK = ['nt!KeBugCheckEx', 'nt!KiBugCheckDispatch+0x69', 'nt!KiPageFault+0x437', 'acmeflt!AcmeRead+0x50'];

const ANSWERS: Readonly<Record<string, string>> = {
  'the answer of a server': JSON.stringify({
    jsonrpc: '2.0',
    id: 3,
    result: { content: [{ type: 'text', text: TEXT }] },
  }),
  'an object, one key a row': JSON.stringify({ dump: 'D:\\a.dmp', ok: true, analysis: TEXT }, null, 2),
  'one string within a letter': `Der Server schreibt:\n\n"output": ${JSON.stringify(TEXT)},\n\nWas heißt das?`,
  'a string within a string': JSON.stringify({ role: 'tool', content: JSON.stringify({ output: TEXT }) }),
  'a list of rows': JSON.stringify({ command: '!analyze -v', output: OUTPUT }, null, 1),
  'a list of rows in one row': JSON.stringify({ output: OUTPUT }),
  'with line feeds of Windows': JSON.stringify({ output: OUTPUT.join('\r\n') }),
  'the string without its quotes': JSON.stringify(TEXT).slice(1, -1),
  'a string that was cut': JSON.stringify({ output: `${TEXT}\nSYMBOL_NAME:  acme` }).slice(0, -8),
  'quoted in a mail': JSON.stringify({ analysis: TEXT }, null, 2)
    .split('\n')
    .map((row) => `> ${row}`)
    .join('\n'),
};

for (const [name, paste] of Object.entries(ANSWERS)) {
  test(`reads output that is ${name}`, () => {
    const { lines } = readLines(paste);
    const texts = lines.map(({ text }) => text.trimEnd());
    assert.deepEqual(
      OUTPUT.map((row) => row.trimEnd()).filter((row) => !texts.includes(row)),
      [],
    );
    const rows = paste.split('\n');
    const cited = lines
      .filter(({ text }) => text.startsWith('FAILURE_BUCKET_ID'))
      .map((line) => rows[line.lines[0] - 1]);
    assert.ok(cited.length === 1 && cited[0]?.includes('FAILURE_BUCKET_ID'));
  });
}

const PAIRS: Readonly<Record<string, unknown>> = {
  'keys of their own': {
    bugcheck_code: '0x000000D1',
    bugcheck_name: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
    bugcheck_parameters: ['0x10', '0x2', '0x0', '0xfffff80562341092'],
    process_name: 'System',
    call_stack: STACK,
  },
  'an object of the stop, code in decimal': {
    bugcheck: { name: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL', code: 209, args: ['10', '2', '0', 'fffff80562341092'] },
    processName: 'System',
    stack: STACK,
  },
  'arguments beside the code': {
    stopCode: '0xd1',
    stop_name: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
    parameters: ['0x0000000000000010', '0x2', '0x0', '0xfffff80562341092'],
    process_name: 'System',
    stack_frames: STACK,
  },
  'one key an argument': {
    bugCheck: {
      code: 'd1',
      arg1: '0x10',
      arg2: '0x2',
      arg3: '0x0',
      arg4: '0xfffff80562341092',
      name: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
    },
    'process name': 'System',
    frames: STACK,
  },
};

for (const [name, value] of Object.entries(PAIRS)) {
  for (const indent of [0, 2]) {
    test(`reads ${name}, indented by ${indent}`, () => {
      const { crashes } = diagnose([{ source: null, text: JSON.stringify(value, null, indent) }], loadKnowledge());
      const [first] = crashes;
      assert.equal(crashes.length, 1);
      assert.deepEqual(
        [first?.crash.bugcheck?.code, first?.crash.bugcheck?.name, first?.crash.bugcheck?.args],
        ['0xd1', 'DRIVER_IRQL_NOT_LESS_OR_EQUAL', ['0x10', '0x2', '0x0', '0xfffff80562341092']],
      );
      assert.equal(first?.crash.process, 'System');
      assert.equal(first?.crash.stack?.frames.length, 4);
    });
  }
}

const OTHERS: readonly string[] = [
  'printf("start\\nof the loop, which has more than forty characters\\nend\\n");',
  'DbgPrint("%s: %d\\n", "a format that is rather long\\nand has two lines\\n", 5);',
  'The path is "D:\\new\\nt\\drivers\\net\\nic\\network.inf", and the service does not start.',
  '{"level":"info","process_name":"web","module_name":"auth","image_name":"nginx","msg":"started"}',
  '{"code":500,"name":"INTERNAL_ERROR","args":["1","2","3"]}',
];

for (const text of OTHERS) {
  test(`leaves alone what is no output: ${text.slice(0, 40)}`, () => {
    assert.deepEqual(
      readLines(text).lines.map((line) => line.text),
      [text],
    );
    assert.deepEqual(diagnose([{ source: null, text }], loadKnowledge()).crashes, []);
  });
}
