import type { ListedFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, linesWith, type SearchedSection } from '../searched-section.ts';

/** Every machine with a network lists this component. */
const COMPONENTS: Marks = ['ms_tcpip', 'componentid'];
const BLOCKS: Marks = ['driverfilename', 'infname', 'instanceid', 'published name', '发布名称'];
const SETTINGS: Marks = ['ac power setting index', '交流电源设置索引', 'crashdumpenabled'];

/**
 * What the tools that our steps ask for list of a machine: components of the network, adapters, devices, packages, settings
 * before they are changed. Values that commands take; nothing is concluded from them.
 * Source: Microsoft Learn, Get-NetAdapterBinding, Get-NetAdapter, Get-PnpDevice, Win32_PnPSignedDriver, netcfg, pnputil,
 * powercfg, reg query.
 */
export const listed: Parser = {
  command: 'Get-NetAdapterBinding',
  marks: [COMPONENTS, BLOCKS, SETTINGS],
  accepts: (section) => [COMPONENTS, BLOCKS, SETTINGS].some((marks) => holds(section, marks)),
  read: (section) => ({
    listed: [...readComponents(section), ...readBlocks(section), ...linesWith(section, SETTINGS).flatMap(readSetting)],
  }),
};

/** A row of the table ends in whether the component is bound; one of netcfg begins with its id. */
const ROW = /(?:^|\s)(?<id>[A-Za-z]\w{2,60})\s{1,40}(?:True|False)\s{0,20}$/;
const NETCFG_ROW = /^\s{0,4}(?<id>[A-Za-z][A-Za-z0-9]{1,30}_\w{1,40})\s{2,60}\S/;
const FIELD = /^\s{0,8}ComponentID\s{0,24}:\s{1,4}(?<id>[A-Za-z]\w{2,60})\s{0,20}$/i;

function readComponents(section: SearchedSection): ListedFact[] {
  if (!holds(section, COMPONENTS)) {
    return [];
  }
  return section.body.flatMap(({ text, lines }) => {
    const row = text.slice(0, 400);
    const id = (ROW.exec(row) ?? FIELD.exec(row) ?? NETCFG_ROW.exec(row))?.groups?.id;
    return id === undefined ? [] : [{ of: 'network-component' as const, name: id, by: null, lines }];
  });
}

const LABELLED = /^\s{0,8}(?<label>[\p{L}][\p{L} ]{2,30}?)\s{0,24}[:：]\s{0,20}(?<value>\S.{0,200}?)\s{0,20}$/u;
const MOST_FIELDS = 12;

/** Fields one below the other, up to an empty line. */
function readBlocks(section: SearchedSection): ListedFact[] {
  if (!holds(section, BLOCKS)) {
    return [];
  }
  const found: ListedFact[] = [];
  let block: { fields: Map<string, string>; from: Line } | null = null;
  const end = () => {
    found.push(...(block ? factsOf(block.fields, block.from) : []));
    block = null;
  };
  for (const line of section.body) {
    const { label, value } = LABELLED.exec(line.text.slice(0, 300))?.groups ?? {};
    if (label === undefined || value === undefined) {
      end();
      continue;
    }
    block ??= { fields: new Map(), from: line };
    if (block.fields.size < MOST_FIELDS) {
      block.fields.set(label.toLowerCase(), value);
    }
  }
  end();
  return found;
}

const KINDS = [
  { of: 'adapter', name: ['name'], by: ['driverfilename'] },
  { of: 'device', name: ['instanceid'], by: ['service'] },
  { of: 'driver-package', name: ['published name', '发布名称'], by: ['original name', '原始名称'] },
  { of: 'driver-package', name: ['infname'], by: ['deviceid'] },
] as const;

function factsOf(fields: ReadonlyMap<string, string>, { lines }: Line): ListedFact[] {
  const fieldOf = (labels: readonly string[]) => labels.map((label) => fields.get(label)).find((value) => value);
  return KINDS.flatMap(({ of, name, by }) => {
    const [named, tied] = [fieldOf(name), fieldOf(by)];
    return named === undefined || tied === undefined ? [] : [{ of, name: named, by: tied, lines }];
  });
}

const POWER = /(?:AC Power Setting Index|交流电源设置索引)\s{0,8}[:：]\s{0,8}(?<value>0x[0-9a-f]{1,8})\s{0,20}$/i;
const DUMP = /\bCrashDumpEnabled\s{1,12}(?:REG_DWORD\s{1,12}|:\s{1,8})(?<value>0x[0-9a-f]{1,4}|\d{1,4})\s{0,20}$/i;

function readSetting({ text, lines }: Line): ListedFact[] {
  const row = text.slice(0, 300);
  const power = POWER.exec(row)?.groups?.value;
  const dump = DUMP.exec(row)?.groups?.value;
  return [
    ...(power === undefined ? [] : [{ of: 'setting' as const, name: 'CurrentAC', by: power, lines }]),
    ...(dump === undefined ? [] : [{ of: 'setting' as const, name: 'CrashDumpEnabled', by: dump, lines }]),
  ];
}
