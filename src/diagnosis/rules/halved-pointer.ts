import type { RegistersFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { hexValue } from '../views/hex-value.ts';
import { touchedAddress } from '../views/touched-address.ts';
import { LOOKS } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const halvedPointer: Rule = {
  name: 'halved-pointer',
  why: {
    en: 'A pointer of which one half of 32 bits is right was cut, or half overwritten, by code that works in 32 bits: memory errors change single bits.',
    zh: '指针只有 32 位的一半是对的，说明它被按 32 位处理的代码截断或覆盖了一半：内存硬件错误改变的是单个比特。',
  },
  unless: {
    en: 'The register was in use as a number.',
    zh: '该寄存器当时只是用来存放数值。',
  },
  weight: 'weak',
  family: 'values',
  shows: 'overwritten-pointer',
  leaves: LOOKS,
  needs: ['registers'],
  find,
};

const HALF = 32n;
const LOW = 0xffffffffn;
/** Where a register keeps the upper half of an address of the kernel. */
const KERNEL = 0xffff8000n;
/** How far from one another addresses of one structure or frame lie. */
const NEAR = 0x1000n;
/** What is written over the lower half: a count, a length, an index, an error value (public NTSTATUS list: 0xc…). */
const SMALL = 0x10000n;

function find(look: Look): Finding[] {
  const touched = touchedAddress(look);
  const address = hexValue(touched?.address);
  const own = look.facts.registers.find(({ frame, values }) => frame === null && values.rsp !== undefined);
  const base = own && address !== null ? registerAt(own, address) : null;
  if (!touched || !own || !base) {
    return [];
  }
  const whole = wholeOf(base, own);
  if (whole === null) {
    return [];
  }
  const text = whole.isCut
    ? {
        en: `${base.name} is ${base.hex}, the lower half of ${whole.hex} in ${whole.name}: the pointer was cut to 32 bits.`,
        zh: `${base.name} 为 ${base.hex}，正是 ${whole.name} 中 ${whole.hex} 的低 32 位：指针被截断成了 32 位。`,
      }
    : {
        en: `${base.name} is ${base.hex}: its upper half is that of the stack (${whole.hex}), its lower half is a small number. Somebody wrote 32 bits over it on the stack.`,
        zh: `${base.name} 为 ${base.hex}：高 32 位与栈（${whole.hex}）相同，低 32 位却是一个较小的数。有代码在栈上覆盖了其中 32 位。`,
      };
  return [
    {
      suspect: 'hardware',
      for: false,
      weight: 'strong',
      lines: [touched.lines, own.lines],
      text,
      excludes: ['hardware'],
    },
  ];
}

interface Register {
  readonly name: string;
  readonly hex: string;
  readonly value: bigint;
}

/** The register from which the touched address is a field away; not the stack pointer, and not null. */
function registerAt({ values }: RegistersFact, address: bigint): Register | null {
  return (
    registersOf(values).find(
      ({ name, value }) =>
        name !== 'rsp' && name !== 'rip' && value >= SMALL && value - address < NEAR && address - value < NEAR,
    ) ?? null
  );
}

function registersOf(values: RegistersFact['values']): Register[] {
  return Object.entries(values).flatMap(([name, hex]) => {
    const value = hexValue(hex);
    return value !== null && /^r[a-z\d]{1,2}$/.test(name) ? [{ name, hex, value }] : [];
  });
}

interface Whole {
  readonly name: string;
  readonly hex: string;
  readonly isCut: boolean;
}

/** The pointer of the kernel that it was half of, where another register still shows it. */
function wholeOf(half: Register, { values }: RegistersFact): Whole | null {
  const [top, low] = [half.value >> HALF, half.value & LOW];
  if (top === 0n) {
    const whole = registersOf(values).find(
      ({ value }) => value >> HALF >= KERNEL && (value & LOW) - low < NEAR && low - (value & LOW) < NEAR,
    );
    return whole ? { name: whole.name, hex: whole.hex, isCut: true } : null;
  }
  const stack = registersOf(values).find(({ name }) => name === 'rsp');
  const isOfStack = stack !== undefined && stack.value >> HALF === top && top >= KERNEL;
  return isOfStack && half.name === 'rbp' && low < SMALL ? { name: stack.name, hex: stack.hex, isCut: false } : null;
}
