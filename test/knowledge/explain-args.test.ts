import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { BugcheckParameter, BugcheckRow } from '#src/diagnosis/knowledge/bugcheck-row.ts';
import { decodeValue } from '#src/diagnosis/knowledge/decode-value.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';

const knowledge = loadKnowledge();
const rows = readTable<BugcheckRow>('bugchecks');
const context = { arch: 'x64', status: knowledge.status } as const;

function parameter(extra: Partial<BugcheckParameter>): BugcheckParameter {
  return { meaning: { en: 'A value', zh: '某值' }, show: 'plain', ...extra };
}

test('each kind of value is decoded', () => {
  const decode = (show: BugcheckParameter['show'], value: string) =>
    decodeValue(parameter({ show }), value, context)?.en ?? null;
  assert.match(decode('status', '0xffffffffc000009a') ?? '', /^STATUS_INSUFFICIENT_RESOURCES, /);
  assert.equal(decode('irql', '0x2'), 'DISPATCH_LEVEL');
  assert.equal(decode('irql', '0xff'), 'interrupts disabled');
  assert.equal(decode('access', '0x8'), 'execute');
  assert.equal(decode('number', '0x1000'), '4096');
  assert.equal(decode('tag', '0x656d6341'), "'Acme'");
  assert.equal(decode('signed', '0xffff'), '-1');
  assert.equal(decode('signed', '0xfffffffe'), '-2');
  assert.equal(decode('signed', '0xffffffffffffffff'), '-1');
  assert.equal(decode('signed', '0x1000'), '4096');
  assert.equal(decode('pool-type', '0x0'), 'nonpaged pool');
  assert.equal(decode('pool-type', '0x200'), 'nonpaged pool (no-execute)');
  assert.equal(decode('pool-type', '0x21'), 'paged pool (of the session)');
});

test('values that say nothing decode to nothing', () => {
  for (const show of ['status', 'irql', 'access', 'pool-type', 'tag', 'address', 'reserved', 'plain'] as const) {
    assert.equal(decodeValue(parameter({ show }), '0x7fffff12', context), null, show);
  }
  for (const show of ['number', 'signed'] as const) {
    assert.equal(decodeValue(parameter({ show }), '0x9', context), null, show);
  }
});

test('bits are joined, and a listed value comes before them', () => {
  const bits = [
    { mask: '0x1', is: '0x1', text: { en: 'Written.', zh: '写入。' } },
    { mask: '0x2', is: '0x2', text: { en: 'Locked.', zh: '锁定。' } },
  ];
  assert.equal(decodeValue(parameter({ bits }), '0x3', context)?.en, 'Written; Locked');
  assert.equal(decodeValue(parameter({ bits }), '0x4', context), null);
  const values = { '0x3': { en: 'Both.', zh: '两者。' } };
  assert.equal(decodeValue(parameter({ bits, values }), '0x3', context)?.en, 'Both.');
});

test('the same access number means another thing in 0x50 and on ARM64', () => {
  const how = (code: string, value: string, arch: 'x64' | 'arm64') => {
    const read = rows.find((row) => row.code === code)?.parameters.find(({ show }) => /access/.test(show));
    return read ? (decodeValue(read, value, { ...context, arch })?.en ?? null) : 'no such row';
  };
  assert.equal(how('0x50', '0x2', 'x64'), 'write');
  assert.equal(how('0x50', '0x10', 'x64'), 'execute');
  assert.equal(how('0x50', '0x2', 'arm64'), null);
  assert.equal(how('0xd1', '0x2', 'x64'), 'execute');
});

test('interrupt levels have other names on x86', () => {
  const level = (value: string, arch: 'x86' | 'x64') =>
    decodeValue(parameter({ show: 'irql' }), value, { ...context, arch })?.en ?? null;
  assert.equal(level('0x1c', 'x86'), 'CLOCK_LEVEL');
  assert.equal(level('0xd', 'x64'), 'CLOCK_LEVEL');
  assert.match(level('0x5', 'x64') ?? '', /device/);
  assert.equal(level('0x1c', 'x64'), null);
});

test('the argument given decides what the others mean', () => {
  const corrupt = knowledge.explainArgs('0x139', ['0x3', null, null, null], 'x64')[0];
  assert.match(corrupt?.en ?? '', /0x3: .*LIST_ENTRY/);
  assert.match(corrupt?.zh ?? '', /0x3：.*链表/);
  const [blocked, other] = ['0x3', '0x4'].map((kind) => knowledge.explainArgs('0x9f', [kind, null, null, null], 'x64'));
  assert.notDeepEqual(blocked?.slice(1), other?.slice(1));
  const exception = knowledge.explainArgs('0x3b', ['0xc0000005', null, null, null], 'x64')[0];
  assert.match(exception?.en ?? '', /STATUS_ACCESS_VIOLATION/);
});

test('inside a case another argument may decide again', () => {
  const pending = knowledge.explainArgs('0xa0', ['0x1', '0x2', '0x14', '0x0'], 'x64');
  assert.match(pending[1]?.en ?? '', /0x2: Queue/);
  assert.match(pending[2]?.en ?? '', /pending IRPs allowed – 0x14: 20$/);
  const device = knowledge.explainArgs('0xa0', ['0x1', '0x6', '0xffffe00100002000', '0x1'], 'x64');
  assert.match(device[2]?.en ?? '', /^Device object/);
  assert.match(device[3]?.zh ?? '', /设备电源 IRP/);
  const oid = knowledge.explainArgs('0x7c', ['0x25', '0x23', null, '0x10101'], 'x64');
  assert.match(oid[3]?.en ?? '', /NDIS_OID/);
});

test('selectors are found when the debugger printed them sign-extended', () => {
  const plain = knowledge.causes('0x7e', ['0xc0000005', null, null, null]);
  assert.deepEqual(knowledge.causes('0x7e', ['0xffffffffc0000005', null, null, null]), plain);
  assert.notDeepEqual(plain, knowledge.causes('0x7e', [null, null, null, null]));
  assert.deepEqual(knowledge.causes('0x1000007e', ['0xffffffffc0000005', null, null, null]), plain);
});

test('an argument that another one decides says what is missing: the value, or word of it', () => {
  const ask = (args: readonly string[]) => knowledge.explainArgs('0x1a', args, 'x64')[2];
  assert.equal(ask([])?.en, 'Depends on parameter 1.');
  assert.match(ask(['0x411'])?.en ?? '', /^Not described by the public reference for this value of parameter 1/);
  assert.match(ask(['0x999999'])?.en ?? '', /does not list 0x999999/);
  assert.match(ask(['0x999999'])?.zh ?? '', /未列出 0x999999/);
});

test('a machine check tells the bits of its status register', () => {
  const [, , high, low] = knowledge.explainArgs('0x124', ['0x0', '0x1', '0xb6000000', '0x151'], 'x64');
  assert.match(high?.en ?? '', /UC: .*ADDRV: .*PCC: /);
  assert.match(low?.en ?? '', /cache hierarchy, level 1$/);
});

test('every stop code explains its four arguments in both languages, whatever the values', () => {
  const value = fc.option(fc.bigInt({ min: 0n, max: 0xffffffffffffffffn }).map((each) => `0x${each.toString(16)}`));
  const asked = fc.record({ row: fc.constantFrom(...rows), args: fc.array(value, { maxLength: 4 }) });
  fc.assert(
    fc.property(asked, ({ row, args }) => {
      const texts = knowledge.explainArgs(row.code, args, 'x64');
      assert.equal(texts.length, 4);
      for (const text of texts) {
        assert.ok(text.en.length > 1 && text.zh.length > 1);
      }
    }),
  );
});

test('an unknown stop code explains none', () => {
  assert.deepEqual(knowledge.explainArgs('0x999', ['0x1'], 'x64'), []);
});
