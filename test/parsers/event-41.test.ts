import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

const ADDRESS = '0xfffff8065c459c94';
const NAMES = ['BugcheckCode', ...[1, 2, 3, 4].map((number) => `BugcheckParameter${number}`)];
const VALUES = ['209', '0x18', '0x2', '0x0', ADDRESS];

const row = (form: (name: string, value: string) => string) => NAMES.map((name, at) => form(name, VALUES[at] ?? ''));

function stopsOf(text: string) {
  const { crashes, warnings } = readCrashes([{ source: null, text }]);
  return {
    stops: crashes.map(({ bugcheck }) => [bugcheck?.code, ...(bugcheck?.args ?? [])]),
    instead: warnings.filter(({ instead }) => instead),
  };
}

const XML = (name: string, value: string) => `<Data Name="${name}">${value}</Data>`;

const FORMS: Readonly<Record<string, string>> = {
  'the XML view': row(XML).join('\n'),
  'the XML view in one line': row(XML).join(' '),
  'the XML view, each mark in a line': row((name, value) => `<Data Name="${name}">\n${value}\n</Data>`).join('\n'),
  'the XML view as entities': row(XML).join('\n').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  'the XML view, indented and quoted': row(XML)
    .map((line) => `>     ${line}`)
    .join('\n'),
  'the friendly view': `- EventData\n\n${row((name, value) => `  ${name} ${value}`).join('\n')}`,
  'the friendly view with colons': row((name, value) => `${name}: ${value}`).join('\n'),
  'names and values by turns': row((name, value) => `${name}\n\n${value}`).join('\n'),
  'full-width colons': row((name, value) => `${name}：${value}`).join('\n'),
  'a table of PowerShell': `@{ ${row((name, value) => `${name}=${value}`).join('; ')} }`,
  'a Chinese sentence': row((name, value) => `${name} 为 ${value}`).join('，'),
  'a table of Markdown': row((name, value) => `| ${name} | ${value} |`).join('\n'),
};

for (const [what, text] of Object.entries(FORMS)) {
  test(`event 41 is read from ${what}`, () => {
    assert.deepEqual(stopsOf(text), { stops: [['0xd1', ...VALUES.slice(1)]], instead: [] });
  });
}

test('two events are two stops', () => {
  const other = row(XML).join('\n').replace('>209<', '>26<').replace(ADDRESS, '0xfffff8065c000000');
  const { stops } = stopsOf(`${row(XML).join('\n')}\n\n${other}`);
  assert.deepEqual(
    stops.map(([code]) => code),
    ['0xd1', '0x1a'],
  );
});

const LOSSES: Readonly<Record<string, string>> = {
  'a code of zero': '<Data Name="BugcheckCode">0</Data>\n<Data Name="BugcheckParameter1">0x0</Data>',
  'a short friendly view': '[ Name]  Microsoft-Windows-Kernel-Power\n EventID 41\n EventData\n BugcheckCode 0',
  'the sentence of the event':
    'The system has rebooted without cleanly shutting down first. This error could be caused if the system stopped responding, crashed, or lost power unexpectedly.',
  'its Chinese sentence':
    '系统已在未先正常关机的情况下重新启动。如果系统停止响应、发生崩溃或意外断电，可能会导致此错误。',
};

for (const [what, text] of Object.entries(LOSSES)) {
  test(`a loss of power is told as one: ${what}`, () => {
    const { stops, instead } = stopsOf(text);
    assert.deepEqual(stops, []);
    assert.match(instead[0]?.text.en ?? '', /recorded no stop here .* lost its power/);
    assert.match(instead[0]?.text.zh ?? '', /没有记录到蓝屏停止/);
  });
}

test('who held the button is told, and a sentence about the event beside a code is none of its kind', () => {
  const held = stopsOf('BugcheckCode 0\nPowerButtonTimestamp 132894712345678901');
  assert.match(held.instead[0]?.text.en ?? '', /power button was held/);
  const not = stopsOf('BugcheckCode 0\nPowerButtonTimestamp 0');
  assert.doesNotMatch(not.instead[0]?.text.en ?? '', /power button was held/);
  assert.deepEqual(stopsOf('What does the field BugcheckCode of an event mean?'), { stops: [], instead: [] });
});

test('who writes the long word once means the same event', () => {
  const { stops } = stopsOf(
    'Our server restarted: BugcheckCode 209, parameter1 0x28, parameter 2 = 0x2 in the event log.',
  );
  assert.equal(stops.length, 1);
  assert.match(JSON.stringify(stops), /0xd1.*0x28.*0x2/);
});
