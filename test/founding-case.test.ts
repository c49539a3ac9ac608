import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { toReport } from '#src/report/to-report.ts';
import { SHARED, withShared } from './support/shared-folder.ts';

interface ExpectedArg {
  readonly asRead: string;
  readonly likely: string;
}

interface ExpectedDump {
  readonly key: string;
  readonly mentions: readonly { readonly lines: readonly [number, number] }[];
  readonly bugcheck: {
    readonly code: string;
    readonly name: string;
    readonly args: readonly (string | ExpectedArg | null)[];
  } | null;
  readonly stackHas?: readonly string[];
  readonly minimumFrames?: number;
  readonly poolTag?: { readonly tag: string; readonly owner: string };
  readonly module?: { readonly image: string; readonly timestamp: string; readonly checksum: string };
  readonly culprit?: string;
  readonly notCulprit?: readonly string[];
  readonly culpritAlone?: string;
}

const INNOCENT = ['nwifi.sys', 'ndis.sys', 'tcpip.sys', 'nt', 'ntoskrnl.exe', 'netwtw08.sys', 'wdiwifi.sys'];

function read(file: string): string {
  return readFileSync(`${SHARED}case/${file}`, 'utf8');
}

function founding() {
  const text = read('thread.txt');
  const expected: { dumps: ExpectedDump[]; links: { dumps: string[] }[] } = JSON.parse(read('expected.json'));
  const diagnosis = diagnose([{ source: 'thread.txt', text }], loadKnowledge());
  const found = new Map(expected.dumps.map((dump) => [dump.key, crashAt(diagnosis.crashes, dump)]));
  return { text, expected, diagnosis, found };
}

/** The crash whose first mention overlaps the expected one. */
function crashAt(crashes: readonly DiagnosedCrash[], { key, mentions }: ExpectedDump): DiagnosedCrash {
  const [from, to] = mentions[0]?.lines ?? [0, 0];
  const at = crashes.filter(({ crash }) => crash.mentions.some(([start, end]) => start <= to && end >= from));
  assert.equal(at.length, 1, `one crash for ${key}, found ${at.map(({ crash }) => crash.id).join(', ') || 'none'}`);
  return at[0] as DiagnosedCrash;
}

test('every dump of the thread is found once, with its code, arguments and mentions', withShared, () => {
  const { expected, diagnosis, found } = founding();
  assert.equal(diagnosis.crashes.length, expected.dumps.length);
  for (const dump of expected.dumps) {
    const crash = found.get(dump.key)?.crash;
    assert.equal(crash?.mentions.length, dump.mentions.length, `${dump.key}: mentions`);
    assert.equal(crash?.bugcheck?.code ?? null, dump.bugcheck?.code ?? null);
    assert.equal(crash?.bugcheck?.name ?? null, dump.bugcheck?.name ?? null);
    for (const [index, arg] of (dump.bugcheck?.args ?? []).entries()) {
      const read = crash?.bugcheck?.args[index] ?? null;
      const allowed = arg && typeof arg === 'object' ? [arg.asRead, arg.likely] : [arg];
      assert.ok(allowed.includes(read), `${dump.key} Arg${index + 1}: ${read}`);
    }
  }
});

test('a value made unreadable by the damage is reported with a warning', withShared, () => {
  const { text } = founding();
  const diagnosis = diagnose([{ source: 'thread.txt', text }], loadKnowledge());
  const warnings = toReport(diagnosis, 'en').warnings.filter((warning) => warning.includes('0xfffffffffffffe8'));
  assert.ok(warnings.length >= 2, 'the 15 digits of 0xd1 and 0x50 are warned of');
});

test('stacks, pool tags and module facts survive the damage', withShared, () => {
  const { expected, found } = founding();
  for (const dump of expected.dumps) {
    const crash = found.get(dump.key)?.crash;
    const frames = (crash?.stack?.frames ?? []).map(({ module, function: name, offset }) =>
      [module && name ? `${module}!${name}` : `${module}+${offset}`, module].flat(),
    );
    for (const wanted of dump.stackHas ?? []) {
      assert.ok(frames.flat().includes(wanted), `${dump.key}: ${wanted}`);
    }
    assert.ok(frames.length >= (dump.minimumFrames ?? 0), `${dump.key}: ${frames.length} frames`);
    if (dump.poolTag) {
      const owner = crash?.facts.tagOwners.find(({ tag }) => tag === dump.poolTag?.tag);
      assert.equal(owner?.image.toLowerCase(), dump.poolTag.owner);
    }
    if (dump.module) {
      const module = crash?.facts.modules.find(({ image }) => image === dump.module?.image);
      assert.equal(module?.timestamp, dump.module.timestamp);
      assert.equal(module?.checksum, dump.module.checksum);
    }
  }
});

test('the filter driver is named where its evidence is, and no bystander anywhere', withShared, () => {
  const { expected, diagnosis, found } = founding();
  for (const dump of expected.dumps) {
    assert.equal(found.get(dump.key)?.judgement.verdict.culprit, dump.culprit ?? dump.culpritAlone, dump.key);
  }
  for (const { judgement } of diagnosis.crashes) {
    assert.ok(!INNOCENT.includes(judgement.verdict.culprit));
  }
});

test('dumps with one cause are linked, and the reason is said in words', withShared, () => {
  const { expected, diagnosis, found } = founding();
  for (const { dumps } of expected.links) {
    const ids = dumps.map((key) => found.get(key)?.crash.id ?? key);
    assert.ok(
      diagnosis.groups.some((group) => ids.every((id) => group.crashes.includes(id))),
      `${dumps.join(', ')} are linked`,
    );
  }
  const said = diagnosis.groups.flatMap((group) => group.reasons.map(({ text }) => text.en)).join('\n');
  assert.match(said, /94fd/);
  assert.match(said, /0xffffffffffffffe8|NULL/);
  const likely = diagnosis.groups.flatMap((group) => group.reasons.filter(({ certain }) => !certain));
  assert.ok(likely.length > 0, 'a link that holds only for one build of the image says so');
  const [group] = diagnosis.groups;
  const ids = (keys: readonly string[]) => keys.map((key) => found.get(key)?.crash.id);
  assert.deepEqual(group?.likely, ids(['d1', '50']), 'what hangs on it alone is told as likely');
  assert.equal(group?.confidence, 'high', 'and the others answer for the culprit');
});

test('from the mails of 12 August alone nobody is accused, and the right commands are asked for', withShared, () => {
  const text = read('thread.txt').split('\n').slice(893, 930).join('\n');
  const { crashes, groups } = diagnose([{ source: null, text }], loadKnowledge());
  assert.deepEqual(
    crashes.map(({ crash }) => crash.bugcheck?.code),
    ['0xfc', '0xd1', '0x50'],
  );
  assert.ok(crashes.every(({ judgement }) => judgement.verdict.culprit === 'unknown'));
  const ids = crashes.map(({ crash }) => crash.id);
  assert.ok(groups.some((group) => group.crashes.includes(ids[1] ?? '') && group.crashes.includes(ids[2] ?? '')));
  assert.ok(groups.every((group) => group.culprit === 'unknown'));
  for (const { judgement } of crashes) {
    const commands = judgement.nextCommands.map(({ command }) => command).join('\n');
    assert.match(commands, /^k\b|\bk$|^\.trap|^!thread/m, 'a stack is asked for');
    assert.match(commands, /!pool|!mex\.tag/, 'the pool owner is asked for');
  }
});
