import type { Hex } from '../facts.ts';
import { hexValue } from './hex-value.ts';
import { is32Bit, type WalkedFrame } from './walked-frame.ts';

/** How far up and down the values of a request are looked for. */
const NEAR = 2;

/**
 * Whether the request that a driver gave to the next one is that which it was given, as far as the arguments tell.
 * 32-bit code passes the IRP as second argument of a dispatch routine: there they must be equal. 64-bit code passes it in
 * registers, and the columns hold what was saved of them: one address in both shows it. Columns without addresses show nothing, and to
 * hand on is what drivers do.
 * @param next the routine that the next driver was entered at
 * @param own the driver's frames, upper one first
 * @param below what called the driver, upper one first
 */
export function isSameRequest(next: WalkedFrame, own: readonly WalkedFrame[], below: readonly WalkedFrame[]): boolean {
  const entered = own.at(-1);
  const [given, passed] = [entered?.frame.args[1], next.frame.args[1]];
  if (is32Bit(next.frame) && isKernelAddress(given) && isKernelAddress(passed)) {
    return given === passed;
  }
  const before = addresses([...own, ...below.slice(0, NEAR)]);
  const after = addresses([next]);
  return before.size === 0 || after.size === 0 || shareAny(before, after);
}

/** The same, where only arguments that agree will do. */
export function showsSameRequest(
  next: WalkedFrame,
  own: readonly WalkedFrame[],
  below: readonly WalkedFrame[],
): boolean {
  return shareAny(addresses([...own, ...below.slice(0, NEAR)]), addresses([next]));
}

function shareAny(before: ReadonlySet<Hex>, after: ReadonlySet<Hex>): boolean {
  return [...after].some((value) => before.has(value));
}

function addresses(frames: readonly WalkedFrame[]): ReadonlySet<Hex> {
  return new Set(frames.flatMap(({ frame }) => frame.args.filter(isKernelAddress)));
}

function isKernelAddress(value: Hex | undefined): value is Hex {
  const number = hexValue(value);
  if (number === null) {
    return false;
  }
  return number < 1n << 32n ? number >= 0x80000000n : number >> 47n === 0x1ffffn && number < 0xfffffffff0000000n;
}
