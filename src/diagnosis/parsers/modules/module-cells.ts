import type { Line } from '../../intake/line.ts';
import { ADDRESS } from '../address-token.ts';

const RANGE_ONLY = new RegExp(`^\\s{0,20}${ADDRESS}\\s{1,20}${ADDRESS}\\s{0,8}$`, 'i');
const RANGE_AND_NAME = new RegExp(`^\\s{0,20}${ADDRESS}\\s{1,20}${ADDRESS}\\s{1,8}[\\w$.-]{1,80}$`, 'i');
const NAME = /^\s{1,80}[\w$.-]{1,80}\s{0,8}$/;
const STATE = /^\s{1,80}\((?:(?:[a-z]{1,10} ){0,3}symbols|deferred)\)/i;
const KEY_ONLY =
  /^\s{0,12}(?:Image path|Image name|Timestamp|CheckSum|ImageSize|File version|CompanyName|ProductName|FileDescription):\s{0,20}$/i;
const VALUE = /^\s{2,80}[^\s:][^:]{0,80}(?::\d\d[^:]{0,60}){0,4}$/;

/**
 * Puts cells back beside each other that a table lost on its way through PDF or HTML: the range, the name and the
 * symbol state of a module each on a line of its own, or the value below its key.
 */
export function joinModuleCells(body: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of body) {
    const last = joined.at(-1);
    if (last !== undefined && belongsTo(last.text, line.text)) {
      joined[joined.length - 1] = {
        text: `${last.text.trimEnd()} ${line.text.trim()}`,
        lines: [last.lines[0], line.lines[1]],
      };
      continue;
    }
    joined.push(line);
  }
  return joined;
}

function belongsTo(before: string, text: string): boolean {
  if (before.length > 160 || text.length > 160) {
    return false;
  }
  if (RANGE_ONLY.test(before)) {
    return NAME.test(text);
  }
  return (RANGE_AND_NAME.test(before) && STATE.test(text)) || (KEY_ONLY.test(before) && VALUE.test(text));
}
