import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

function read(text: string) {
  const { crashes } = diagnose([{ source: null, text }], knowledge);
  return crashes.map(({ crash, judgement }) => {
    const { failureBucket, bugcheck } = crash;
    const { culprit, confidence } = judgement.verdict;
    return { code: bugcheck?.code, name: bugcheck?.name, failureBucket, culprit, confidence };
  });
}

test('fields of the analysis are read where somebody quotes them in a sentence, and are no name of a stop', () => {
  const text =
    'Our laptop stopped again. The bugcheck is 0xD1 and `FAILURE_BUCKET_ID` reads "AV_netflt64!unknown_function", nothing else was kept.';
  const [one, ...more] = read(text);
  assert.deepEqual(more, []);
  assert.deepEqual(one, {
    code: '0xd1',
    name: null,
    failureBucket: 'AV_netflt64!unknown_function',
    culprit: 'netflt64.sys',
    confidence: 'low',
  });
});

test('the faulting instruction, too, in either language', () => {
  for (const text of [
    'My PC got a blue screen, stop 0x50. In the dump the faulting IP is acmeflt+0x11f0.',
    '电脑蓝屏 0x50，转储里 `FAULTING_IP` 为 acmeflt+0x11f0。',
  ]) {
    const [one] = read(text);
    assert.deepEqual([one?.code, one?.culprit, one?.confidence], ['0x50', 'acmeflt.sys', 'low'], text);
  }
});

test('who asks what a field means quotes no value', () => {
  assert.deepEqual(read('What does FAILURE_BUCKET_ID mean in the output of !analyze?'), []);
  assert.deepEqual(read('The failure bucket is computed from the faulting IP and the module.'), []);
});
