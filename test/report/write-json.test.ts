import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeJson } from '#src/report/write-json.ts';

test('whatever a document holds, it is on lines of its own, all of it is seen, and it means the same', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  const steering = fc.constantFrom('\u009b31m', '\u202etxt.exe', 'a\u2028b', 'a\u0085b', '\u007f', '\u{e0041}', '中文');
  fc.assert(
    fc.property(fc.dictionary(text, fc.oneof(text, steering, fc.array(text))), (document) => {
      const written = writeJson(document);
      assert.deepEqual(JSON.parse(written), JSON.parse(JSON.stringify(document)));
      assert.doesNotMatch(written, /[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }),
  );
});
