import type { AttachedDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';

const MARKS: Marks = ['binary_path_name', 'pathname', 'service file name', '服务文件名'];

/**
 * What the service of a driver is called, which need not be like its file, and how it is started: `sc qc`, the list of
 * `Win32_SystemDriver` that our steps ask for, and event 7045 (a service was installed).
 * Source: Microsoft Learn, "sc.exe qc", "Win32_SystemDriver".
 */
export const service: Parser = {
  command: 'sc qc',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ attachedDrivers: blocks(section.body).flatMap(readService) }),
};

const NAME =
  /^\s{0,8}(?:SERVICE_NAME|Service Name|服务名称?|Name)\s{0,24}[:：]\s{0,4}(?<name>[A-Za-z][\w.-]{1,60})\s{0,20}$/;
const PATH =
  /^\s{0,8}(?:BINARY_PATH_NAME|PathName|Service File Name|服务文件名称?)\s{0,24}[:：]\s{0,4}[^"]{0,4}(?:[\w ?:%.-]{0,60}\\){1,12}(?<image>[\w.-]{1,60}\.sys)"?\s{0,20}$/i;
const START =
  /^\s{0,8}(?:START_TYPE|StartMode|Service Start Type|服务启动类型)\s{0,24}[:：]\s{0,4}(?:\d\s{1,4})?(?<start>boot|system|auto|demand|manual|disabled|引导|系统|自动|按需|手动|禁用|已禁用)/i;
/** All of it stands so many lines below the name, or fewer. */
const REACH = 12;

/** As `sc config` takes it. */
const SPELLED: Readonly<Record<string, NonNullable<AttachedDriverFact['start']>>> = {
  boot: 'boot',
  引导: 'boot',
  system: 'system',
  系统: 'system',
  auto: 'auto',
  自动: 'auto',
  demand: 'demand',
  manual: 'demand',
  按需: 'demand',
  手动: 'demand',
  disabled: 'disabled',
  禁用: 'disabled',
  已禁用: 'disabled',
};

interface Block {
  readonly name: string;
  readonly lines: readonly Line[];
}

/** Each name with the lines below it, up to the next name. */
function blocks(body: readonly Line[]): Block[] {
  const starts = body.flatMap((line, at) => {
    const name = NAME.exec(line.text.slice(0, 400))?.groups?.name;
    return name === undefined ? [] : [{ name, at }];
  });
  return starts.map(({ name, at }, index) => {
    const end = Math.min(starts[index + 1]?.at ?? body.length, at + REACH + 1);
    return { name, lines: body.slice(at, end) };
  });
}

function readService({ name, lines }: Block): AttachedDriverFact[] {
  const found = (pattern: RegExp) =>
    lines.flatMap((line) => {
      const groups = pattern.exec(line.text.slice(0, 400))?.groups;
      return groups ? [{ line, groups }] : [];
    })[0];
  const path = found(PATH);
  const started = found(START);
  const image = path?.groups.image;
  const first = lines[0];
  if (!path || image === undefined || !first) {
    return [];
  }
  const start = SPELLED[started?.groups.start?.toLowerCase() ?? ''];
  const end = Math.max(path.line.lines[1], start === undefined ? 0 : (started?.line.lines[1] ?? 0));
  const fact: AttachedDriverFact = {
    command: 'sc qc',
    kind: 'service',
    name,
    image,
    lines: [first.lines[0], end],
  };
  return [start === undefined ? fact : { ...fact, start }];
}
