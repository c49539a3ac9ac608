import type { Line } from '../../intake/line.ts';

const NAME_ONLY = /^\s{0,40}\+0x[0-9a-f]{3,8}\s{1,10}\w[\w.[\]]{0,120}\s{0,20}$/i;
const VALUE_ONLY = /^\s{4,80}: {0,4}\S/;

/**
 * Puts the name and the value of a member back on one line where a PDF set them on two, in either order. A value
 * goes to the name above it that still has none, else to the name below it; a name that finds none is left alone.
 */
export function joinMemberCells(body: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let name: Line | null = null;
  let value: Line | null = null;
  for (const line of body) {
    const isName = /\+0x/i.test(line.text) && NAME_ONLY.test(line.text.slice(0, 300));
    const isValue = !isName && line.text.startsWith('    ') && VALUE_ONLY.test(line.text.slice(0, 300));
    if (!isName && !isValue) {
      joined.push(line);
      name = null;
      value = line.text.trim() === '' ? value : null;
      continue;
    }
    name = isName ? line : name;
    value = isValue ? line : value;
    if (name !== null && value !== null) {
      joined.push(joinCells(name, value));
      name = null;
      value = null;
    }
  }
  return joined;
}

function joinCells(name: Line, value: Line): Line {
  const from = Math.min(name.lines[0], value.lines[0]);
  const to = Math.max(name.lines[1], value.lines[1]);
  return { text: `${name.text.trimEnd()} ${value.text.trim()}`, lines: [from, to] };
}
