import fc from 'fast-check';

const FAMILY = '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';

const ODD = [
  ...['', ' ', '\t\n', '\u3000\u200b\u2060', '\u115f\u3164', '\u0000', 'a\u0000b', '\ud83d', '\udc00x', 'x\ud83d'],
  ...['__proto__', 'constructor', 'null', "'; drop table case_event; --", '\\u0000 $1 %s', '{"en":1}', '-', '…'],
  ...['\u202efdp.exe', '\u2067א\u2069', 'שלום \u200fעולם', 'مرحبا \u061c(1)', 'a\u2028b\u0085c\r\nd', '\u001b[31mred'],
  ...[
    FAMILY.repeat(60),
    `${'a'.repeat(195)}${FAMILY}`,
    `${'b'.repeat(199)}\u{1f635}`,
    '\u{1f1e9}\u{1f1ea}'.repeat(101),
  ],
  ...[`e${'\u0301'.repeat(10_000)}`, 'x'.repeat(10_000), '\u6c49'.repeat(201), ' '.repeat(10_000), 'ab '.repeat(3000)],
];

/** What somebody can call themselves, a case or anything else in Teams, or post there without Teams. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD) },
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', minLength: 180, maxLength: 260 }),
  fc.uint16Array({ maxLength: 300 }).map((units) => String.fromCharCode(...units)),
);
