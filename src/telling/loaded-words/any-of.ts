/** Whole words, in any case of letters; `behind`: what has to follow them. Alternatives stand apart by a comma and a blank. */
export function anyOf(alternatives: string, { isGlobal = false, behind = '' } = {}): RegExp {
  const list = alternatives.trim().replace(/\s+/g, ' ').split(', ').join('|');
  return new RegExp(`\\b(?:${list})\\b${behind}`, isGlobal ? 'gi' : 'i');
}
