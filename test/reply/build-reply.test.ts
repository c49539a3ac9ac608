import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { commandsToRun } from '#src/reply/commands-to-run.ts';
import { evidenceParts } from '#src/reply/evidence-parts.ts';
import { quoteOnce, seenAbove } from '#src/reply/quote-once.ts';
import type { CrashReply, Reply } from '#src/reply/reply.ts';
import { toReport } from '#src/report/to-report.ts';

const ROOT = new URL('../crashes/', import.meta.url);
const knowledge = loadKnowledge();
const TWO_IN_A_MAIL = readCrash('two-dumps-in-a-chinese-mail');
const NULL_READ = readCrash('null-read-in-third-party-driver');
const STOP = 'BugCheck 9F, {3, ffffaa8012345678, fffff8014a8b1850, ffffaa8011112222}';

function readCrash(name: string): string {
  return readFileSync(new URL(`${name}/paste.txt`, ROOT), 'utf8');
}

function replyTo(text: string, language: 'en' | 'zh' = 'en'): Reply {
  const pastes = [{ source: null, text }];
  return buildReply(diagnose(pastes, knowledge), pastes, language);
}

function only({ crashes }: Reply): CrashReply {
  assert.equal(crashes.length, 1);
  return crashes[0] ?? assert.fail();
}

test('a dump that names nobody alone refers to those it is linked to, and repeats none of their steps', () => {
  const { groups, crashes } = replyTo(TWO_IN_A_MAIL);
  const linked = crashes.find(({ verdict }) => verdict.culprit === 'unknown');
  assert.match(linked?.verdict.sentence ?? '', /linked to c1: acmesync\.sys \(medium confidence\)/);
  const shared = groups.flatMap(({ steps }) => steps.map(({ title }) => title));
  assert.deepEqual(
    linked?.steps.filter(({ title }) => shared.includes(title)),
    [],
  );
});

test('no verdict promises commands that are not there', () => {
  for (const text of [readCrash('application-fault'), STOP, TWO_IN_A_MAIL]) {
    for (const { verdict } of replyTo(text).crashes) {
      assert.doesNotMatch(verdict.sentence, /below|command/);
    }
  }
});

test('of an application that stopped it is said that no driver is meant, and what the exception was', () => {
  const { verdict, details } = only(replyTo(readCrash('application-fault')));
  assert.match(verdict.sentence, /An application stopped, not Windows/);
  assert.ok(details.some(({ name, value }) => name === 'Exception' && value === '0xc0000005 (read 0x0)'));
});

test('the summary names the suspect first, one for all where there is one cause', () => {
  assert.match(replyTo(NULL_READ).summary, /^Suspect: acmecap\.sys \(high confidence\) – 0xd1 DRIVER_/);
  assert.match(replyTo(NULL_READ, 'zh').summary, /^可疑驱动：acmecap\.sys（置信度高）——0xd1 /);
  assert.match(replyTo(TWO_IN_A_MAIL).summary, /^2 crashes, one cause: acmesync\.sys \(medium confidence\) – 0xd1 /);
});

test('the summary of a crash without a culprit says what to run, and leaves no crash out', () => {
  assert.match(replyTo(STOP).summary, /^0x9f DRIVER_POWER_STATE_FAILURE: Not enough evidence.* Run next: \S/);
  const both = replyTo(`${TWO_IN_A_MAIL}\n\n${STOP}`).summary;
  assert.match(both, /^2 of 3 crashes, one cause: acmesync\.sys.*0x9f DRIVER_POWER_STATE_FAILURE/);
});

test('a warning names its line, and its crash where there are several', () => {
  const cut =
    'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\nArg1: fffffffffffffe8, memory referenced\nArg2: 2, IRQL\n';
  assert.match(replyTo(cut).warnings[0] ?? '', /^Line 3: Arg1 /);
  assert.match(replyTo(cut, 'zh').warnings[0] ?? '', /^第 3 行：Arg1 /);
  assert.match(replyTo(`${cut}\n${STOP}`).warnings.join('\n'), /^c1, line 3: Arg1 /m);
});

test('evidence is sorted by the question it answers, and said once', () => {
  const crash = only(replyTo(NULL_READ));
  const { main, others } = evidenceParts(crash, 'en');
  assert.deepEqual(
    main.map(({ title }) => title),
    ['Points to acmecap.sys'],
  );
  const texts = [...main, ...others].flatMap(({ evidence }) => evidence.map(({ text }) => text));
  assert.equal(new Set(texts).size, texts.length, 'what speaks for one and against another is not said twice');
});

test('who is acquitted stands under a heading that cannot be read as an accusation', () => {
  const filter = only(replyTo(readCrash('netfilter-overwrote-completion-entry')));
  const [whyNot] = evidenceParts(filter, 'en').others;
  assert.equal(whyNot?.title, 'Why not the others');
  assert.ok(whyNot?.evidence.every((item) => !item.for && item.suspect !== filter.verdict.culprit));
});

test('a line that several claims rest on is quoted with the first', () => {
  const quotes = quoteOnce();
  const frame = { place: '32', text: 'acmebak+0x3a1e' };
  assert.deepEqual(quotes([frame]), { fresh: [frame], again: [] });
  const other = { place: '40', text: 'IMAGE_NAME:  acmebak.sys' };
  assert.deepEqual(quotes([frame, other]), { fresh: [other], again: ['32'] });
  // A case counts the lines of each of its pastes anew.
  assert.deepEqual(quotes([{ place: '2:32', text: 'of another paste' }]).again, []);
  assert.equal(seenAbove(['32']).en, 'line 32: see above');
});

test('what a step asks for is not asked for again below it', () => {
  const crash = only(replyTo(readCrash('verifier-caught-freed-pool')));
  const asked = crash.steps.flatMap(({ commands }) => commands);
  assert.ok(crash.nextCommands.some(({ command }) => asked.includes(command)));
  assert.ok(commandsToRun(crash, []).every(({ command }) => !asked.includes(command)));
  const { groups, crashes } = replyTo(TWO_IN_A_MAIL);
  for (const one of crashes) {
    assert.doesNotMatch(JSON.stringify(commandsToRun(one, groups)), /lmvm acmesync/);
  }
});

test('the same stop of several dumps with one cause is named once, with its count', () => {
  const again = NULL_READ.replaceAll('ffffd186', 'ffffd187').replaceAll('62a41f7c', '72b51f7c');
  const [group] = replyTo(`${NULL_READ}\n\n${again}`).groups;
  assert.equal(group?.title, '2 × 0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL');
});

test('whom !analyze names is said without the finding that decides, which the evidence says', () => {
  const pastes = [{ source: null, text: readCrash('power-irp-held-by-usb-driver') }];
  const diagnosis = diagnose(pastes, knowledge);
  const { verdict, evidence } = only(buildReply(diagnosis, pastes, 'en'));
  const because = diagnosis.crashes[0]?.judgement.verdict.againstAnalyze?.because?.en ?? assert.fail();
  assert.equal(verdict.againstAnalyze, '!analyze names pci.sys; we name acmedock.sys.');
  assert.ok(evidence.some(({ text }) => text === because));
  // Whoever reads the field of the document alone is told both.
  const [reported] = toReport(diagnosis, 'en').crashes;
  assert.equal(reported?.verdict.againstAnalyze, `${verdict.againstAnalyze} ${because}`);
});
