import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import type { CrashReply, Reply } from '#src/reply/reply.ts';
import type { Story } from '#src/reply/story/story.ts';
import { remain } from '#src/reply/story/story-words.ts';
import { crashFolders } from '../../support/crash-folders.ts';
import { analyze, CRASH_TOP, POOL, stackText, TAG_SEARCH, THREAD_END } from '../../verdict/debugger-text.ts';

/** Each kind of verdict has its story, in both languages, and each sentence of it stands in the paste. */

const knowledge = loadKnowledge();
const LANGUAGES = ['en', 'zh'] as const;

function replyTo(text: string, language: 'en' | 'zh' = 'en'): Reply {
  const pastes = [{ source: null, text }];
  return buildReply(diagnose(pastes, knowledge), pastes, language);
}

function only(text: string, language: 'en' | 'zh' = 'en'): CrashReply {
  const [crash, ...more] = replyTo(text, language).crashes;
  assert.deepEqual(more, []);
  return crash ?? assert.fail('no crash');
}

function part(story: Story, name: Story[number]['part']): string {
  return story
    .filter((sentence) => sentence.part === name)
    .map(({ text }) => text)
    .join(' ');
}

const NULL_IN_DRIVER = `${analyze('d1', ['18', '2', '0', 'fffff80312341f7c'])}${stackText(...CRASH_TOP, 'acmecam+0x1f7c', ...THREAD_END)}`;
const WINDOWS_ALONE = analyze('d1', ['ffffd30a52c1ee30', '2', '0', 'fffff80312341f7c']);

const KINDS: readonly { readonly of: string; readonly text: string; readonly culprit: string }[] = [
  { of: 'a driver', text: NULL_IN_DRIVER, culprit: 'acmecam.sys' },
  { of: 'nobody', text: WINDOWS_ALONE, culprit: 'unknown' },
  {
    of: 'hardware',
    text: 'MCE on this host\nBugCheck 124, {0, ffffaa8012345678, b2000000, 70f0f}',
    culprit: 'hardware',
  },
  { of: 'a request', text: analyze('e2', ['0', '0', '0', '0']), culprit: 'unknown' },
  { of: 'a live dump', text: analyze('117', ['1', '2', '3', '4']), culprit: 'unknown' },
  {
    of: 'what somebody tells',
    text: 'Our till bluescreened twice today, it said DPC watchdog violation',
    culprit: 'unknown',
  },
  {
    of: 'the owner of a pool tag',
    text: `${analyze('19', ['20', '0', '0', '0'])}${POOL}${TAG_SEARCH}`,
    culprit: 'acmeflt.sys',
  },
];

for (const { of, text, culprit } of KINDS) {
  test(`a verdict on ${of} has a story of two to five sentences in both languages`, () => {
    for (const language of LANGUAGES) {
      const { story, verdict } = only(text, language);
      assert.equal(verdict.culprit, culprit);
      assert.ok(story.length >= 2 && story.length <= 5, JSON.stringify(story));
      for (const { text: sentence } of story) {
        assert.match(
          sentence,
          language === 'en' ? /^[A-Z0-9!].*(?:[.)"]|run first: .+|Run next: .+)$/s : /\p{Script=Han}/u,
        );
        assert.doesNotMatch(sentence, /undefined|null\b(?! pointer)|\[object/);
      }
    }
  });
}

test('a named driver: what happened, why it, what could make that wrong, and what the word promises', () => {
  const { story } = only(NULL_IN_DRIVER);
  assert.match(part(story, 'what'), /^A null pointer/);
  assert.match(part(story, 'why'), /acmecam\+0x1f7c/);
  assert.match(part(story, 'doubt'), /^What could make it wrong: Another driver, or Windows, had handed/);
  assert.match(part(story, 'promise'), /^High confidence: .* 97 in 100/);
});

test('nobody named: the usual causes, the explanations that remain, and the command that decides', () => {
  const { story, nextCommands } = only(WINDOWS_ALONE);
  assert.match(part(story, 'why'), /^Nothing in the paste speaks for one driver\. Usual causes: /);
  assert.match(part(story, 'doubt'), /^The likeliest two explanations: .+, or .+\. Not ruled out either: .+\.$/);
  assert.ok(part(story, 'promise').endsWith(nextCommands[0]?.command ?? '-'));
  assert.doesNotMatch(JSON.stringify(story), /confidence/);
});

test('a lead leaves other drivers and what nothing excludes, and is said to be one of two only where it is', () => {
  const told = only(
    'The blue screen said\n\nStillstandcode: DRIVER POWER STATE FAILURE\nFehlerquelle: acmewave.sys\n',
  ).story;
  assert.match(part(told, 'doubt'), /^The likeliest two explanations: acmewave\.sys, or failing memory/);
  assert.match(part(told, 'doubt'), /Not ruled out either: another driver; Windows itself\.$/);
});

test('an image of Windows is Windows, and takes no place of a driver from outside', () => {
  const told = only('3 servers of a customer stop with 0x3B in win32kfull.sys since Monday\n').story;
  assert.match(part(told, 'doubt'), /a driver from outside Windows/);
  assert.match(part(told, 'doubt'), /win32kfull\.sys/);
  assert.match(part(told, 'doubt'), /somebody who damaged memory earlier/);
});

test('that two explanations remain is said of two alone', () => {
  const names = ['one', 'two', 'three'].map((name) => ({ en: name, zh: name }));
  assert.equal(remain(names.slice(0, 2)).en, 'Two explanations remain: one, or two.');
  assert.equal(remain(names).en, 'The likeliest two explanations: one, or two. Not ruled out either: three.');
  assert.match(remain(names).zh, /^最可能的两种解释：.*同样不能排除：three。$/);
});

test('a caveat is about what the code did when it failed', () => {
  const doubtOf = (code: string, args: readonly [string, string, string, string]) =>
    part(only(`${analyze(code, args)}${stackText(...CRASH_TOP, 'acmecam+0x1f7c', ...THREAD_END)}`).story, 'doubt');
  assert.match(doubtOf('d1', ['ffffc40812345018', '2', '0', 'fffff80562341092']), /the memory it was reading/);
  assert.match(doubtOf('d1', ['ffffc40812345018', '2', '1', 'fffff80562341092']), /through which it was writing/);
  assert.match(doubtOf('1e', ['ffffffffc0000096', 'fffff80562341092', '0', '0']), /hypervisor, or a setting/);
  assert.match(doubtOf('1e', ['ffffffffc0000094', 'fffff80562341092', '0', '0']), /handed it the number/);
  assert.match(doubtOf('fc', ['ffffc40812345018', '8000000012345963', '0', '2']), /function pointer or return address/);
});

test('where data was run, the driver behind it called it and was not itself what ran', () => {
  const sites = ['nt!KeBugCheckEx', 'nt!KiPageFault+0x35e', '0xffffc408`12345018', 'acmecam+0x1f7c', ...THREAD_END];
  const text = `${analyze('fc', ['ffffc40812345018', '8000000012345963', '0', '2'])}${stackText(...sites)}`;
  const { story } = only(text);
  assert.match(
    part(story, 'why'),
    /run 0xffffc40812345018, which is no code; its caller on the stack is acmecam\+0x1f7c/,
  );
  assert.doesNotMatch(part(story, 'why'), /code that was running/);
});

test('of a stop that somebody asked for no driver is said to have failed, and no causes are listed', () => {
  const { story } = only(analyze('e2', ['0', '0', '0', '0']));
  assert.match(part(story, 'what'), /on purpose/);
  assert.match(part(story, 'why'), /^Who ran at that moment did not fail/);
  assert.doesNotMatch(JSON.stringify(story), /Usual causes|explanations remain/);
});

test('a live dump says that Windows kept running, a stop does not', () => {
  assert.match(part(only(analyze('117', ['1', '2', '3', '4'])).story, 'what'), /Windows kept running/);
  assert.doesNotMatch(part(only(analyze('116', ['1', '2', '3', '4'])).story, 'what'), /kept running/);
});

test('what a person tells is told as that; what is printed is not', () => {
  const told = only('Our till bluescreened twice today, it said DPC watchdog violation').story;
  assert.match(part(told, 'what'), /A person tells of this stop/);
  assert.doesNotMatch(JSON.stringify(only(NULL_IN_DRIVER).story), /A person tells/);
});

test('an argument that says which case of the stop it is adds its sentence and cites its line', () => {
  const text = analyze('133', ['1', '1e00', 'fffff80312340000', '0']);
  const [what] = only(text).story;
  assert.match(what?.text ?? '', /kept busy too long.*Too much time in total at DISPATCH_LEVEL/);
  assert.deepEqual(what?.cites, [{ crash: 'c1', place: '6' }]);
  assert.doesNotMatch(part(only(analyze('133', ['77', '0', '0', '0'])).story, 'what'), /Too much time/);
});

test('the exception that nobody handled is named', () => {
  const what = part(only(analyze('7e', ['ffffffffc0000096', 'fffff80312341f7c', '0', '0'])).story, 'what');
  assert.match(what, /nobody handled: STATUS_PRIVILEGED_INSTRUCTION/);
});

test('every recorded crash has a story in both languages, and every line that it cites is a line of the paste', () => {
  for (const { name, paste } of crashFolders()) {
    const lines = paste.split('\n').length;
    for (const language of LANGUAGES) {
      const { crashes, groups } = replyTo(paste, language);
      for (const { story } of [...crashes, ...groups]) {
        assert.ok(story.length >= 2, name);
        assert.equal(story[0]?.part, 'what', name);
        for (const { place } of story.flatMap(({ cites }) => cites)) {
          assert.ok(Number(place) >= 1 && Number(place) <= lines, `${name}: line ${place}`);
        }
      }
    }
  }
});

test('beside the driver of the screen it is asked whether what was taken away is of it', () => {
  const told =
    'Blue screen DRIVER_IRQL_NOT_LESS_OR_EQUAL (what failed: quarkflt.sys). We removed the tunnel and it is stable.';
  const { story } = only(told);
  assert.match(part(story, 'why'), /quarkflt\.sys as what failed.*ended once something was removed/s);
  assert.doesNotMatch(part(only(told.replace('We removed', 'Shall we remove')).story, 'why'), /ended once/);
});

test('an end since something was taken away is told with its line, where no driver of it is named', () => {
  const told = 'My till kept showing KERNEL_SECURITY_CHECK_FAILURE.\nAfter uninstalling Quark Antivirus it is stable.';
  const [, why] = only(told).story;
  assert.match(why?.text ?? '', /^A person tells that it ended once something was removed/);
  assert.deepEqual(
    why?.cites.map(({ place }) => place),
    ['2'],
  );
  const chinese = only('我的电脑一直蓝屏 KERNEL_SECURITY_CHECK_FAILURE。\n卸载夸克杀毒后就正常了。', 'zh');
  assert.match(part(chinese.story, 'why'), /移除、更换、更新或停用某样东西后问题就消失了/);
  const aborted = only(told.replace('it is stable', 'the service could not be stopped'));
  assert.doesNotMatch(part(aborted.story, 'why'), /it ended/);
  const asked = only(told.replace('it is stable', 'still no idea, please help'));
  assert.doesNotMatch(part(asked.story, 'why'), /it ended/);
});
