const LONGEST = 120;

/** A command in the one spelling in which it is compared: `!irp 0xfffffa80`0b7a1b60 1` and `!irp fffffa800b7a1b60 1`. */
export function commandKey(command: string): string {
  const words = command.slice(0, LONGEST).trim().toLowerCase().split(/\s+/);
  return words
    .map((word, index) => (index === 0 ? word.replace(/^!(?:kdexts|ext)\./, '!') : plainNumber(word)))
    .join(' ');
}

/** `k`, `kb`, `kv`: all of them show the same stack. */
export function isStackCommand(command: string): boolean {
  return /^k[bvnp]?$/.test(command);
}

function plainNumber(word: string): string {
  const digits = word.replace('`', '').replace(/^0x/, '');
  return /^[0-9a-f]{1,16}$/.test(digits) ? digits.replace(/^0{1,15}(?=.)/, '') : word;
}
