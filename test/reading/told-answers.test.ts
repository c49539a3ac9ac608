import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildMachine, MOST_CHARACTERS } from '#src/diagnosis/parsers/mark-scan.ts';

const knowledge = loadKnowledge();

test('of a stop that is only told the dump is asked for, and nothing is said to be missing in it', () => {
  const texts = [
    'Our till PC bluescreened twice this morning: DRIVER_POWER_STATE_FAILURE.',
    'Stop code: DRIVER_IRQL_NOT_LESS_OR_EQUAL\nWhat failed: acmenic.sys',
    '收银电脑今天早上又蓝屏了，停止代码：DRIVER_POWER_STATE_FAILURE',
  ];
  for (const text of texts) {
    const { crashes, warnings } = diagnose([{ source: null, text }], knowledge);
    const commands = crashes.map(({ judgement }) => judgement.nextCommands.map(({ command }) => command));
    assert.deepEqual(commands[0]?.[0], '!analyze -v', text);
    assert.ok(!commands[0]?.some((command) => /<address>|^k$/.test(command)), text);
    assert.deepEqual(warnings, [], text);
  }
});

test('a vendor gets the name that was meant, with its code', () => {
  const text =
    'My notebook crashed again. The blue screen says PAGE_FAULT_IN_NONPAGED_ARAE, and WhoCrashed blames acmeflt.sys.';
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  const letter = JSON.stringify(crash?.judgement.recommendations);
  assert.match(letter, /0x50 PAGE_FAULT_IN_NONPAGED_AREA/);
  assert.doesNotMatch(letter, /ARAE/);
  assert.equal(crash?.bugcheck?.misspelt, 'PAGE_FAULT_IN_NONPAGED_ARAE');
});

test('a stop whose number is a status is explained by it, and so are arguments that are one', () => {
  const text =
    'Unknown bugcheck code (c000026c)\nArguments:\nArg1: ffffffffc0000188\nArg2: 0000000000000000\nArg3: 0000000000000000\nArg4: 0000000000000000';
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  assert.equal(crash?.bugcheck?.name, 'STATUS_DRIVER_UNABLE_TO_LOAD');
  assert.match(crash?.bugcheck?.meaning.zh ?? '', /驱动/);
  assert.deepEqual(
    crash?.bugcheck?.argMeanings.map(({ en }) => en),
    ['STATUS_LOG_FILE_FULL: the log file is full', '', '', ''],
  );
});

test('marks with more characters than a row may hold are refused, rather than found where they are not', () => {
  const letters = (count: number) => String.fromCharCode(...Array.from({ length: count }, (_, at) => 0x4e00 + at));
  const most = MOST_CHARACTERS;
  assert.doesNotThrow(() => buildMachine([[letters(most)]]));
  assert.throws(() => buildMachine([[letters(most + 1)]]), /do not fit/);
});

test('what somebody says the screen named is no record of Windows, to the reader and to the vendor', () => {
  const text =
    'Hi, my work laptop blue screened again with DRIVER_IRQL_NOT_LESS_OR_EQUAL, what failed: acmenic.sys. Any ideas?';
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  const said = JSON.stringify(crash?.judgement);
  assert.equal(crash?.judgement.verdict.culprit, 'acmenic.sys');
  assert.equal(crash?.judgement.verdict.confidence, 'low');
  assert.match(said, /told by a person/);
  assert.doesNotMatch(said, /Windows recorded|Windows 记录/);
});
