import type { SystemFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';
import { SYSTEM_FIELDS } from './system-fields.ts';

const MARKS: Marks = [
  'kernel version',
  'built by:',
  'debug session time',
  'system uptime',
  'os_version',
  'osname',
  'osplatform',
  'os_build',
  'buildlab',
  'build lab',
  'machineid',
  'system manufacturer',
  'systemmanufacturer',
  'system_manufacturer',
  'bios',
  'os name',
  'os version',
  'os 名称',
  'os 版本',
  '系统型号',
  'loading dump file',
  'computer name',
  '.dmp',
  'dump file',
  'dump path',
  'physical memory',
  'processor:',
  'system_product_name',
  'crash time',
];

/**
 * The machine and its Windows: `vertarget`, the banner of a dump, `!sysinfo machineid`, the OS fields of `!analyze`,
 * `systeminfo` and `msinfo32`.
 * Source: Microsoft Learn, "vertarget (Show Target Computer Version)", "!sysinfo".
 */
export const system: Parser = {
  command: 'vertarget',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ systems: section.body.flatMap(readLine) }),
};

const ANYWHERE = ['windows', 'version', 'build', String.raw`\.dmp\b`, 'built by'];
const AT_BEGIN = [
  'os',
  'product',
  'debug session',
  'crash',
  'system',
  'loading dump',
  'kernel',
  'mini kernel',
  'dump file',
  'computer',
  'host',
  'bios',
  'processor',
  'total',
  'installed',
  'physical',
  'connected',
  String.raw`[\u0080-\uffff]`,
];
/** One look that spares most lines the three dozen patterns. */
const LIKELY = new RegExp(`${ANYWHERE.join('|')}|^\\s{0,8}(?:${AT_BEGIN.join('|')})`, 'i');

/** One line may say several things: the banner gives version, build and architecture at once. */
function readLine(line: Line): SystemFact[] {
  const text = line.text.slice(0, 600);
  const facts: SystemFact[] = [];
  if (!LIKELY.test(text)) {
    return facts;
  }
  for (const { name, pattern, shape } of SYSTEM_FIELDS) {
    const found = pattern.exec(text)?.groups?.value?.trim() ?? '';
    const value = shape === undefined ? found : (shape(found) ?? '');
    if (value !== '') {
      facts.push({ name, value, lines: span(line) });
    }
  }
  return facts;
}
