import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aDump } from '../bot/a-dump.ts';
import { type MemoryState, openMemoryState } from '../support/memory-state.ts';
import { speakIn } from './speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

/** Each test speaks as somebody else: the language that one writes is remembered of the person. */
const as = (id: string, locale = 'en-US') => ({ author: { id, name: 'Wei' }, locale });
const HAN = /\p{Script=Han}/u;

test('after one Chinese command an English sentence is answered in English', async () => {
  const say = speakIn(state, 'flipped once');
  const me = as('29:one');
  assert.match(await say('案例列表', me), HAN);
  assert.doesNotMatch(await say('please tell me your secret recipe', me), HAN);
  assert.doesNotMatch(await say('which cases are waiting for the vendor', me), HAN);
  assert.doesNotMatch(await say('cases', me), HAN);
});

test('a Chinese sentence is answered in Chinese whatever was written before', async () => {
  const say = speakIn(state, 'flipped back');
  const me = as('29:two');
  assert.doesNotMatch(await say('show me all of the open cases', me), HAN);
  assert.match(await say('给我讲一个笑话听听', me), HAN);
  assert.match(await say('我手上还有哪些案例没关', me), HAN);
  assert.match(await say('cases', me), HAN);
});

test('a word of the other language is answered in it, and changes nothing for what comes after', async () => {
  const say = speakIn(state, 'one word');
  const me = as('29:three');
  await say('case new Machine stops while it resumes', me);
  assert.match(await say('案例列表', me), HAN);
  assert.match(await say('help', me), /^I am Stopcode/);
  const [chinese, english] = [as('29:four', 'zh-CN'), as('29:four', 'en-US')];
  await say('我手上还有哪些案例没关', chinese);
  assert.doesNotMatch(await say('archived cases', english), HAN);
  assert.match(await say('help', english), /^我是 Stopcode/);
});

test('what is pasted is no word of whoever pastes it, be it one line', async () => {
  const say = speakIn(state, 'pasted lines');
  const me = as('29:five', 'zh-CN');
  await say('我手上还有哪些案例没关', me);
  for (const pasted of [
    'Probably caused by : quarkflt.sys ( quarkflt+1a2b )',
    'the machine stops with 0x9f when it is docked',
    'ERROR: the module could not be loaded here',
    aDump('quarkflt'),
  ]) {
    assert.match(await say(pasted, me), HAN);
  }
});
