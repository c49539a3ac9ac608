import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { analyze, CRASH_TOP, stackText, THREAD_END } from './debugger-text.ts';

const knowledge = loadKnowledge();

function replyTo(text: string) {
  const pastes = [{ source: null, text }];
  return buildReply(diagnose(pastes, knowledge), pastes, 'en');
}

function commandsFor(text: string): string[] {
  return replyTo(text).crashes.flatMap(({ nextCommands }) => nextCommands.map(({ command }) => command));
}

test('a stop in the registry without its stack does not say who took no part', () => {
  const text = JSON.stringify(
    replyTo('REGISTRY_ERROR (51)\nArguments:\nArg1: 00000003\nArg2: 1\nArg3: 8e2a1008\nArg4: 0'),
  );
  assert.match(text, /registry code of Windows stopped the machine itself \(stop code 0x51\)/);
  assert.doesNotMatch(text, /no other driver is between/);
});

test('a stop code that is a status of Windows is not said to be a vendor’s own', () => {
  const text = JSON.stringify(
    replyTo('Unknown bugcheck code (c000026c)\nArguments:\nArg1: ffffffffc0000188\nArg2: 0\nArg3: 0\nArg4: 0'),
  );
  assert.match(text, /status code of Windows \(NTSTATUS\)/);
  assert.doesNotMatch(text, /only its maker knows/);
});

test('a structure that the paste shows is not asked for again', () => {
  const stop = analyze('9f', ['4', '258', 'ffffa58007b13440', 'fffff80562341092']);
  assert.ok(commandsFor(stop).some((command) => command.startsWith('dt nt!_TRIAGE_9F_PNP')));
  const shown = `${stop}0: kd> dt nt!_TRIAGE_9F_PNP fffff80562341092\n   +0x000 Signature        : 0x8001\n   +0x002 Revision         : 1\n`;
  assert.ok(!commandsFor(shown).some((command) => command.startsWith('dt ')));
});

test('a fast fail asks for the pool only where links of a list or a tree are broken', () => {
  const stop = (kind: string) =>
    `KERNEL_SECURITY_CHECK_FAILURE (139)\nArguments:\nArg1: ${kind}\nArg2: ffffa67f813ae410\nArg3: ffffa67f813ae368\nArg4: 0\n`;
  const asksForPool = (kind: string) => commandsFor(stop(kind)).some((command) => command.startsWith('!pool'));
  assert.ok(asksForPool('3'));
  assert.ok(asksForPool('1d'));
  for (const kind of ['0', '2', '4', '6', 'a']) {
    assert.ok(!asksForPool(kind), kind);
  }
});

test('who calls a null pointer is not said to have called a kernel service', () => {
  const stop = analyze('d1', ['0', '2', '8', '0']);
  const text = JSON.stringify(
    replyTo(`${stop}${stackText(...CRASH_TOP, '0x0', 'quarknet!Receive+0x44', ...THREAD_END)}`),
  );
  assert.match(text, /A call made by quarknet\.sys led to code of no module/);
  assert.doesNotMatch(text, /kernel service failed/);
});

test('a pointer just below null is as little caught by special pool as one just above it', () => {
  for (const touched of ['fffffffffffffff4', '18']) {
    const reply = replyTo(
      `${analyze('50', [touched, '0', 'fffff80562341092', '2'])}MODULE_NAME: quarkflt\nIMAGE_NAME: quarkflt.sys\n`,
    );
    assert.equal(reply.crashes[0]?.verdict.culprit, 'quarkflt.sys');
    assert.doesNotMatch(JSON.stringify(reply), /special pool/, touched);
  }
});
