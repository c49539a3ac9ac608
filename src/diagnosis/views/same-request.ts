import type { Hex } from '../facts.ts';
import { hexValue } from './hex-value.ts';
import { is32Bit, type WalkedFrame } from './walked-frame.ts';

/** How far up and down the values of a request are looked for. */
const NEAR = 2;

/**
 * Whether the request that a driver gave to the next one is that which it was given, as far as the arguments tell.
 * A dispatch routine has the IRP as its second argument. 32-bit code passes it on the stack: there they must be equal. 64-bit
 * code passes it in a register, and the column is what was saved in its place, often something else: only where both
 * columns hold addresses and nothing around them agrees was it another one. What shows nothing leaves it at what drivers do: they
 * hand on.
 * @param next the routine that the next driver was entered at
 * @param own the driver's frames, upper one first
 * @param below what called the driver, upper one first
 */
export function isSameRequest(next: WalkedFrame, own: readonly WalkedFrame[], below: readonly WalkedFrame[]): boolean {
  const [given, passed] = [own.at(-1)?.frame.args[1], next.frame.args[1]];
  if (!isKernelAddress(given) || !isKernelAddress(passed) || given === passed) {
    return true;
  }
  return !is32Bit(next.frame) && showsSameRequest(next, own, below);
}

/** The same, where only arguments that agree will do. */
export function showsSameRequest(
  next: WalkedFrame,
  own: readonly WalkedFrame[],
  below: readonly WalkedFrame[],
): boolean {
  const before = addresses([...own, ...below.slice(0, NEAR)]);
  return [...addresses([next])].some((value) => before.has(value));
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
