import type { Text } from '../../language/text.ts';
import { hexValue } from './hex-value.ts';

/** Byte patterns that Windows, Verifier and compilers write on purpose; known from the public debugging documentation. */
const PATTERNS: readonly { bytes: string; says: Text }[] = [
  { bytes: 'deadbeef', says: { en: 'freed or never initialised memory', zh: '已释放或从未初始化的内存' } },
  { bytes: 'baadf00d', says: { en: 'heap memory that was never initialised', zh: '从未初始化的堆内存' } },
  { bytes: 'feeefeee', says: { en: 'freed heap memory', zh: '已释放的堆内存' } },
  { bytes: 'cccccccc', says: { en: 'uninitialised stack memory of a debug build', zh: '调试版本中未初始化的栈内存' } },
  { bytes: 'cdcdcdcd', says: { en: 'uninitialised memory of a debug build', zh: '调试版本中未初始化的内存' } },
  { bytes: 'dddddddd', says: { en: 'freed memory of a debug build', zh: '调试版本中已释放的内存' } },
  { bytes: '5a5a5a5a', says: { en: 'a fill byte of Driver Verifier', zh: 'Driver Verifier 的填充字节' } },
  { bytes: 'abababab', says: { en: 'a guard written behind a heap block', zh: '堆块后面的保护字节' } },
  { bytes: 'fdfdfdfd', says: { en: 'a guard of a debug heap', zh: '调试堆的保护字节' } },
  {
    bytes: '41414141',
    says: { en: 'a repeated "A", the filler of overflow tests', zh: '重复的“A”，溢出测试常用的填充' },
  },
];

/** The known pattern that a pointer is made of, null for any other value. */
export function patternIn(pointer: string): { readonly bytes: string; readonly says: Text } | null {
  const digits = hexValue(pointer)?.toString(16) ?? '';
  // The access adds a field offset, so the low half may differ by a little: compare the high half, or all but two digits.
  const found = PATTERNS.find(({ bytes }) =>
    digits.length > 8 ? digits.startsWith(bytes) : digits.length === 8 && digits.startsWith(bytes.slice(0, 6)),
  );
  return found ?? null;
}
