export interface PoolOwner {
  readonly tag: string | null;
  readonly text: string;
  readonly image: string | null;
}

const COMPONENT = /^\s{0,40}Owning component {0,3}: {0,3}(?<text>\S.{0,200})$/i;
const POOLTAG = /^\s{0,40}Pooltag (?<tag>.{1,4}?) {0,4}: {0,3}(?<comment>\S.{0,300})$/i;
const BINARY = /,? {0,3}Binary {0,3}: {0,3}(?<image>[\w.$-]{1,80}\.(?:sys|exe|dll))\b/i;

/**
 * Reads the line below a pool block: `Owning component : Unknown (update pooltag.txt)` or
 * `Pooltag Mdl  : Io, Mdls, Binary : acmeflt.sys`. The text comes from pooltag.txt beside the debugger.
 */
export function readPoolOwner(line: string): PoolOwner | null {
  const { tag, comment } = POOLTAG.exec(line)?.groups ?? {};
  if (tag !== undefined && comment !== undefined) {
    return { tag: tag.trim(), text: comment.trim(), image: ownerImage(comment) };
  }
  const component = COMPONENT.exec(line)?.groups?.text;
  return component === undefined ? null : { tag: null, text: component.trim(), image: ownerImage(component) };
}

/** The image behind `Binary :`, null where pooltag.txt names a component (`nt!ps`) instead of a file. */
export function ownerImage(text: string): string | null {
  return BINARY.exec(text)?.groups?.image ?? null;
}
