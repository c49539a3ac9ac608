import type { DeviceFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { findTyped } from '../typed-command.ts';

const MARKS: Marks = ['\\driver\\', '\\filesystem\\', 'servicename is', 'service name:', 'type: (', '!devobj'];

/**
 * Device stacks, devices, drivers and device nodes.
 * Source: Microsoft Learn, "!devstack", "!devobj", "!drvobj", "!devnode", "!object".
 */
export const device: Parser = {
  command: '!devstack',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ devices: readDevices(section) }),
};

const DRIVER = '(?<driver>\\\\(?:Driver|FileSystem(?:\\\\Filters)?)\\\\[^\\s\\\\]{1,80}|\\*{0,3}Unknown\\*{0,3})';
const STACK_ROW = new RegExp(
  `^\\s{0,8}(?<mark>>?)\\s{0,4}(?<token>${ADDRESS})\\s{1,12}${DRIVER}\\s{1,30}${ADDRESS}\\s{0,4}(?<name>.{0,200})$`,
  'i',
);
const DEVICE_HEAD = new RegExp(`Device object \\((?<address>${ADDRESS})\\) is for`, 'i');
const DRIVER_HEAD = new RegExp(`Driver object (?:\\((?<address>${ADDRESS})\\) )?is for`, 'i');
const OBJECT_ROW = new RegExp(
  `^\\s{0,12}(?:(?<name>[\\w{}.#-]{1,120})\\s{1,12})?${DRIVER}(?:\\s{1,8}DriverObject\\b|\\s{0,20}$)`,
  'i',
);
const ATTACHED = new RegExp(
  `^\\s{0,12}Attached(?:Device \\(Upper\\)|To \\(Lower\\))\\s{1,8}(?<token>${ADDRESS})\\s{1,8}${DRIVER}(?=\\s{0,20}$|\\s{2}|\\t)`,
  'i',
);
const NODE = new RegExp(`DevNode\\s{1,4}(?<node>${ADDRESS})(?: for PDO (?<device>${ADDRESS}))?`, 'i');
/** A word processor may have curled the quotation marks, a page have escaped them. */
const QUOTE = '\\\\?["“”＂]';
const INSTANCE = new RegExp(
  `^[\\s>*-]{0,20}(?:DeviceInst|InstancePath) {1,4}is {1,4}${QUOTE}(?<instance>[^"“”＂]{1,200}?)${QUOTE}`,
  'i',
);
/** What holds a blank is the name of no file, nor is its first word. */
const SERVICE = new RegExp(
  `^[\\s>*-]{0,20}ServiceName {1,4}is {1,4}${QUOTE}(?<service>[^"“”＂\\s\\\\]{1,80})${QUOTE}`,
  'i',
);
/** The same node as older debuggers and summaries print it. Other lists have a "Service Name", too: it counts below a node only. */
const INSTANCE_FIELD = /^[\s>*-]{0,20}Instance ?Path ?[:：] {0,8}(?<instance>[\w\\&{}.#-]{1,200})\s{0,20}$/i;
const SERVICE_FIELD = /^[\s>*-]{0,20}Service ?Name ?[:：] {0,8}(?<service>[\w.$-]{1,80})\s{0,20}$/i;
const OBJECT = new RegExp(`^\\s{0,8}Object: ${ADDRESS} {1,4}Type: \\(${ADDRESS}\\) Driver\\b`, 'i');
const OBJECT_NAME = /Directory Object: \S{1,20} {1,4}Name: (?<name>\S{1,80})\s{0,20}$/i;

/** `dt nt!_DRIVER_OBJECT`, and `dx` with its brackets: the end of the way from a device to its driver. */
const DRIVER_NAME =
  /^\s{0,40}(?:\[?\+0x[0-9a-f]{3}\]? |\S{1,240}->)?\s{0,8}DriverName\s{0,40}:\s{0,10}(?:_UNICODE_STRING\s{1,8})?"(?<driver>\\(?:Driver|FileSystem(?:\\Filters)?)\\[^"\\\s]{1,80})"/i;

/** The first of the driver's devices: in a listing of a driver object only. */
const FIRST_DEVICE = new RegExp(
  `\\bDeviceObject\\s{0,40}:\\s{0,10}(?<device>${ADDRESS})\\s{1,8}(?:\\[Type: )?_DEVICE_OBJECT\\b`,
  'i',
);

type Row = Omit<DeviceFact, 'lines' | 'command'>;

/** What the lines above said, for the line that names the driver. */
interface Context {
  device: DeviceFact['device'];
  /** The last row of a device stack: the physical device object, whose node follows. */
  lowest: DeviceFact['device'];
  queried: boolean;
  instance: string | null;
  node: { readonly address: DeviceFact['device']; readonly line: Line } | null;
  isDriverObject: boolean;
}

function readDevices(section: SearchedSection): DeviceFact[] {
  const command = findTyped(section, COMMANDS)?.name ?? '!devstack';
  const context: Context = {
    device: null,
    lowest: null,
    queried: false,
    instance: null,
    node: null,
    isDriverObject: false,
  };
  const found: DeviceFact[] = [];
  for (const line of section.body) {
    const row = readLine(line, context);
    if (row !== null) {
      found.push({ ...row, command, lines: span(line), ...nodeLines(row, context) });
    }
  }
  return found;
}

function nodeLines({ node }: Row, context: Context): Pick<DeviceFact, 'nodeLines'> {
  return node && context.node ? { nodeLines: context.node.line.lines } : {};
}

const COMMANDS = ['!devstack', '!devobj', '!drvobj', '!devnode', '!object', '!powertriage', '!poaction', 'dt', 'dx'];

function readLine(line: Line, context: Context): Row | null {
  const text = line.text.slice(0, 500);
  if (!/[\\:"(]|node|service/i.test(text)) {
    return null;
  }
  rememberHeads(line, text, context);
  return (
    readStackRow(text, context) ??
    readAttached(text) ??
    readObjectRow(text, context) ??
    readDriverName(text, context) ??
    readNode(text, context)
  );
}

function rememberHeads(line: Line, text: string, context: Context): void {
  const head = (DEVICE_HEAD.exec(text) ?? DRIVER_HEAD.exec(text))?.groups;
  if (head !== undefined) {
    context.device = /device object/i.test(text) ? readAddress(head.address ?? '') : null;
    context.queried = true;
    return;
  }
  const first = FIRST_DEVICE.exec(text)?.groups?.device;
  if (first !== undefined) {
    context.device = readAddress(first);
    return;
  }
  const node = NODE.exec(text)?.groups;
  if (node !== undefined) {
    context.device = readAddress(node.device ?? '') ?? context.lowest;
    context.lowest = null;
    context.node = { address: readAddress(node.node ?? ''), line };
    context.instance = null;
    return;
  }
  context.instance = (INSTANCE.exec(text) ?? INSTANCE_FIELD.exec(text))?.groups?.instance ?? context.instance;
  context.isDriverObject = OBJECT.test(text) || (context.isDriverObject && !/^\s{0,8}Object: /i.test(text));
}

function readStackRow(text: string, context: Context): Row | null {
  const { mark, token = '', driver, name = '' } = STACK_ROW.exec(text)?.groups ?? {};
  if (driver === undefined) {
    return null;
  }
  const isName = name.trim() !== '' && !/^(?:InfoMask|Cannot read|\?{3})/i.test(name.trim());
  context.lowest = readAddress(token);
  return { device: context.lowest, driver, queried: mark === '>', name: isName ? name.trim() : null };
}

function readAttached(text: string): Row | null {
  const { token = '', driver } = ATTACHED.exec(text)?.groups ?? {};
  return driver === undefined ? null : { device: readAddress(token), driver, queried: false, name: null };
}

/** The line below `Device object (…) is for:` or `Driver object (…) is for:`; elsewhere it is no row of its own. */
function readObjectRow(text: string, context: Context): Row | null {
  if (!context.queried) {
    return null;
  }
  const { name, driver } = OBJECT_ROW.exec(text)?.groups ?? {};
  if (driver === undefined) {
    return null;
  }
  context.queried = false;
  return { device: context.device, driver, queried: true, name: name ?? null };
}

function readDriverName(text: string, { device }: Context): Row | null {
  const driver = DRIVER_NAME.exec(text)?.groups?.driver;
  return driver === undefined ? null : { device, driver, queried: true, name: null };
}

function readNode(text: string, context: Context): Row | null {
  const field = context.node === null ? null : SERVICE_FIELD.exec(text);
  const service = (SERVICE.exec(text) ?? field)?.groups?.service;
  if (service !== undefined) {
    const node = context.node?.address ?? null;
    return { device: context.device, driver: service, queried: false, name: context.instance, node };
  }
  const object = context.isDriverObject ? OBJECT_NAME.exec(text)?.groups?.name : undefined;
  return object === undefined ? null : { device: null, driver: `\\Driver\\${object}`, queried: true, name: null };
}
