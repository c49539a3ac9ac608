import type { Slot } from './told.ts';

/** The slots of one diagnosis, in the order in which their values came up. */
export interface SlotRegister {
  /** The sign of the slot for a value, the same for the same kind and value. `kind`: the letter of its name. */
  readonly put: (kind: string, value: string, role: string) => string;
  /** Signs as the names of their slots, in braces. */
  readonly named: (text: string) => string;
  /** Signs as what they stand for. */
  readonly valued: (text: string) => string;
  readonly isFull: () => boolean;
  /** Those that these texts hold by name, and those that their roles name. */
  readonly slotsOf: (texts: readonly string[]) => readonly Slot[];
}

/** While a text is worked on, a slot is one sign of the part of Unicode that nobody types. */
const BASE = 0xe000;
const MOST = 1900;
/** Such a sign. */
export const SIGN = /[\ue000-\uf8ff]/gu;

export function slotRegister(): SlotRegister {
  const places = new Map<string, number>();
  const order: Slot[] = [];
  const counts = new Map<string, number>();
  const slotAt = (sign: string) => order[sign.charCodeAt(0) - BASE];
  return {
    put: (kind, value, role) => {
      const key = `${kind} ${value}`;
      const known = places.get(key);
      if (known !== undefined) {
        return signOf(known);
      }
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      places.set(key, order.length);
      order.push({ name: `${kind}${count}`, value, role });
      return signOf(order.length - 1);
    },
    named: (text) => text.replace(SIGN, (sign) => `{${slotAt(sign)?.name ?? ''}}`),
    valued: (text) => text.replace(SIGN, (sign) => slotAt(sign)?.value ?? ''),
    isFull: () => order.length >= MOST,
    slotsOf: (texts) => {
      const held = new Set(texts.flatMap((text) => text.match(/\{[A-Z]\d{1,4}\}/g) ?? []));
      const own = order.filter(({ name }) => held.has(`{${name}}`));
      const others = new Set(own.flatMap(({ role }) => /\{(?<name>[A-Z]\d{1,4})\}/.exec(role)?.groups?.name ?? []));
      return order.filter((one) => own.includes(one) || others.has(one.name));
    },
  };
}

function signOf(index: number): string {
  return String.fromCharCode(BASE + index);
}
