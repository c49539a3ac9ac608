import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, CRASH_TOP, stackText, THREAD_END } from '../verdict/debugger-text.ts';
import { judged } from '../verdict/verdict-of.ts';

/** A stop in code of that image, and behind it what a tool of Windows printed. */
function stepsOf(
  image: string,
  printed: string,
  code = 'd1',
  args = ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092'],
) {
  const module = image.replace('.sys', '').replace(/\W/g, '_');
  const stack = stackText(...CRASH_TOP, `${module}+0x1092`, ...THREAD_END);
  const text = `${analyze(code, args)}${stack}MODULE_NAME: ${module}\n\nIMAGE_NAME:  ${image}\n\n${printed}`;
  return judged(text).judgement.recommendations;
}

function commandsOf(...asked: Parameters<typeof stepsOf>): string {
  return stepsOf(...asked)
    .flatMap(({ commands, undo }) => [...commands, ...undo])
    .join('\n');
}

const BINDINGS = (id: string) =>
  `Name      DisplayName      ComponentID      Enabled\n----      -----------      -----------      -------\nEthernet  Acme Filter  ${id}  True\nEthernet  Internet Protocol  ms_tcpip  True\n`;

test('a component is filled in where its id names the driver, and else the step says where it stands', () => {
  assert.match(
    commandsOf('npcap.sys', BINDINGS('INSECURE_NPCAP')),
    /Disable\S+ -Name "\*" -ComponentID INSECURE_NPCAP\n/,
  );
  assert.match(
    commandsOf('npcap.sys', 'ms_tcpip   Internet Protocol\nINSECURE_NPCAP   Npcap\n'),
    /-ComponentID INSECURE_NPCAP/,
  );
  // Another vendor's filter is not guessed to be this one.
  assert.match(commandsOf('npcap.sys', BINDINGS('acme_lwf')), /-ComponentID <ComponentID>/);
  assert.match(stepsOf('npcap.sys', '')[0]?.text.en ?? '', /The ComponentID stands in the row/);
});

test('an adapter is filled in by its file, in any script, but not where two have it', () => {
  const adapter = (name: string) =>
    `Name           : ${name}\nDriverFileName : wireguard.sys\nDriverVersion : 0.10\n\n`;
  assert.match(
    commandsOf('wireguard.sys', adapter('办公室 VPN')),
    /Disable-NetAdapter -Name "办公室 VPN"\nEnable-NetAdapter -Name "办公室 VPN"/,
  );
  assert.match(commandsOf('wireguard.sys', `${adapter('a')}${adapter('b')}`), /Disable-NetAdapter -Name "<Name>"/);
  assert.match(commandsOf('wireguard.sys', adapter('a" ; calc; "')), /Disable-NetAdapter -Name "<Name>"/);
});

test('service and start type are filled in from sc qc, our own command and event 7045', () => {
  const printed = [
    'SERVICE_NAME: AcmeOdd\n        START_TYPE         : 3   DEMAND_START\n        BINARY_PATH_NAME   : \\SystemRoot\\System32\\drivers\\acmeodd.sys\n',
    'Name      : AcmeOdd\nState     : Running\nStartMode : Manual\nPathName  : C:\\WINDOWS\\system32\\drivers\\acmeodd.sys\n',
    'A service was installed in the system.\n\nService Name:  AcmeOdd\nService File Name:  \\SystemRoot\\System32\\drivers\\acmeodd.sys\nService Type:  kernel mode driver\nService Start Type:  demand start\n',
    '系统中安装了服务。\n\n服务名称:  AcmeOdd\n服务文件名称:  \\SystemRoot\\System32\\drivers\\acmeodd.sys\n服务类型:  内核模式驱动程序\n服务启动类型:  按需启动\n',
  ];
  for (const text of printed) {
    const commands = commandsOf('acmeodd.sys', text);
    assert.match(commands, /sc\.exe config AcmeOdd start= disabled\n.*sc\.exe config AcmeOdd start= demand/s, text);
  }
  assert.match(commandsOf('acmeodd.sys', ''), /sc\.exe config <ServiceName> start= <StartMode>/);
});

test('what starts with Windows is never disabled', () => {
  const printed =
    'SERVICE_NAME: AcmeOdd\n        START_TYPE         : 0   BOOT_START\n        BINARY_PATH_NAME   : \\SystemRoot\\System32\\drivers\\acmeodd.sys\n';
  const ids = stepsOf('acmeodd.sys', printed).map(({ id }) => id);
  assert.ok(ids.includes('uninstall-early-driver') && !ids.includes('disable-service-driver'), ids.join(' '));
  assert.doesNotMatch(commandsOf('acmeodd.sys', printed), /disabled/);
});

test('a setting is put back to what the paste shows', () => {
  const power = ['3', 'ffffa58007b13440', 'fffff2b72156c3d8', 'ffffa5800ab61bd0'];
  assert.match(commandsOf('ibtusb.sys', '    Current AC Power Setting Index: 0x00000002\n', '9f', power), /aspm 2\n/);
  assert.match(commandsOf('ibtusb.sys', '', '9f', power), /aspm <CurrentAC>/);
});

test('a device and its package are filled in by service, file and INF', () => {
  const printed =
    'SERVICE_NAME: AcmeAud\n        BINARY_PATH_NAME   : \\SystemRoot\\System32\\drivers\\rtkvhd64.sys\n\nFriendlyName : Realtek\nInstanceId   : HDAUDIO\\FUNC_01&VEN_10EC\\4&1CB0A&0&0001\nService      : AcmeAud\n\nPublished Name : oem12.inf\nOriginal Name  : rtkvhd64.inf\n';
  const commands = commandsOf('rtkvhd64.sys', printed);
  assert.match(commands, /Disable-PnpDevice -InstanceId "HDAUDIO\\FUNC_01&VEN_10EC\\4&1CB0A&0&0001"/);
  assert.match(commands, /pnputil \/export-driver oem12\.inf C:\\DriverBackup/);
});
