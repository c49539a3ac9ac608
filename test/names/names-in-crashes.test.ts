import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { analyze, CRASH_TOP, stackText, THREAD_END } from '../verdict/debugger-text.ts';

const knowledge = loadKnowledge();
const STOP = analyze('d1', ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092']);

function diagnosed(text: string) {
  const [first] = diagnose([{ source: null, text }], knowledge).crashes;
  assert.ok(first);
  const { verdict, recommendations, nextCommands } = first.judgement;
  const commands = [
    ...recommendations.flatMap((step) => [...step.commands, ...step.undo]),
    ...nextCommands.map(({ command }) => command),
  ];
  return { ...first, verdict, commands };
}

/** A stop in code of this module, as `!analyze` tells it. */
function crashIn(module: string, image: string): string {
  const fields = `SYMBOL_NAME:  ${module}+1092\nMODULE_NAME: ${module}\nIMAGE_NAME:  ${image}\n`;
  return `${STOP}${stackText(...CRASH_TOP, `${module.replace(/\W.*/, '')}+0x1092`, ...THREAD_END)}${fields}`;
}

test('what is written behind a file goes neither into the verdict nor into a command', () => {
  const { verdict, commands } = diagnosed(crashIn('quarkflt', 'quarkflt.sys & quux /q C:\\x | quux'));
  assert.equal(verdict.culprit, 'quarkflt.sys');
  assert.ok(commands.some((command) => command.includes('quarkflt')));
  assert.doesNotMatch(commands.join('\n'), /quux|&/);
});

test('what is no name at all is no image, and the stack goes on to tell', () => {
  const { crash, verdict } = diagnosed(crashIn('quarkflt', '$(calc).sys'));
  assert.equal(crash.image, null);
  assert.equal(verdict.culprit, 'quarkflt.sys');
});

test('a part that a driver loads keeps the ending it was printed with, and is no service', () => {
  const { crash, verdict, commands } = diagnosed(crashIn('QUARKR0', 'QUARKR0.r0'));
  assert.equal(crash.image, 'QUARKR0.r0');
  assert.equal(verdict.culprit, 'quarkr0.r0');
  assert.equal(verdict.againstAnalyze, null);
  assert.doesNotMatch(commands.join('\n'), /sc\.exe|fltmc|verifier|quarkr0\.sys/);
});

test('the debugger is asked for a module by its own name for it', () => {
  const { commands } = diagnosed(crashIn('quark_x64', 'quark-x64.sys'));
  assert.ok(commands.includes('lmvm quark_x64'), commands.join('\n'));
  const byPath = "Get-CimInstance Win32_SystemDriver | Where-Object PathName -like '*\\quark-x64.sys'";
  assert.ok(
    commands.some((command) => command.startsWith(byPath)),
    commands.join('\n'),
  );
});

test('a name that no shell takes as it is stands in no command', () => {
  const { verdict, commands } = diagnosed(crashIn('QUARKF_1', 'QUARKF~1.SYS'));
  assert.equal(verdict.culprit, 'quarkf~1.sys');
  assert.doesNotMatch(commands.join('\n'), /~/);
});

test('a column that ran into the name of the kernel accuses nobody', () => {
  const rows = CRASH_TOP.map((row) => row.replace(/^nt!/, 'f8c1d22000000000nt!'));
  const { crash, judgement } = diagnosed(`${STOP}${stackText(...rows, ...THREAD_END)}`);
  assert.ok(crash.stack?.frames.every(({ module }) => module === 'nt'));
  assert.deepEqual(
    judgement.suspects.filter(({ driver }) => driver.includes('nt.')),
    [],
  );
});

test('a word beside the columns of a stack is no driver', () => {
  const kn = [
    '00 ffffc40a`7be0e378 fffff800`4c9d2ce9 nt!KeBugCheckEx',
    '01 ffffc40a`7be0e380 fffff800`4c9d2d10 gCheckEx',
  ];
  const { judgement } = diagnosed(`${STOP}0: kd> kn\n${kn.join('\n')}\n`);
  assert.deepEqual(judgement.suspects, []);
});

test('the number of an instance is no part of a file', () => {
  const list = '0: kd> !ndiskd.filter\n  ffffa5800783f060 - QuarkFilter-0000\n';
  const stack = stackText(...CRASH_TOP, 'ndis!NdisSend+0x50', ...THREAD_END);
  const { judgement } = diagnosed(`${STOP}${stack}${list}`);
  assert.ok(judgement.suspects.every(({ driver }) => !driver.includes('-0000')));
});
