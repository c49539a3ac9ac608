import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { crashFolders } from '../support/crash-folders.ts';

/** Drivers that the recorded crashes made up: no list can know them. */
const MADE_UP = /^(?:acme\w{1,12}|wlmflt|ledger)(?:\.\w{3})?$/;

function modulesOf(paste: string): string[] {
  const { crashes } = readCrashes([{ source: null, text: paste }]);
  return crashes.flatMap(({ facts: { modules, stacks, namedDrivers } }) => [
    ...modules.map(({ name, image }) => image ?? name),
    ...stacks.flatMap(({ frames }) => frames.flatMap(({ module }) => module ?? [])),
    ...namedDrivers.map(({ image }) => image),
  ]);
}

test('every module of the recorded crashes is known, unless it was made up for them', () => {
  const { driver } = loadKnowledge();
  const names = new Set(crashFolders().flatMap(({ paste }) => modulesOf(paste).map((name) => name.toLowerCase())));
  assert.ok(names.size >= 15, `${names.size} modules`);
  assert.deepEqual(
    [...names].filter((name) => !driver(name) && !MADE_UP.test(name)),
    [],
  );
});

// As drivers of machines in public module lists are called, Windows 7 to 11.
test('what a public module list of a machine shows is known', () => {
  const { driver } = loadKnowledge();
  const lists = {
    workstation:
      'nt hal mcupdate werkernel SgrmAgent clipsp CEA IntelTA intelpep MSDMFilt spaceport EhStorClass Wof VmsProxy vmbkmclr VmsProxyHNic fvevol CimFS afunix vfpext Vid winhvr XLGuard npsvctrig gpuenergydrv bam ahcache vmbusr hvsocket mqac msquic hvsocketcontrol ctxusbmon vmswitch SangforVnic kdnic cldflt iaLPSS2_I2C_TGL TeeDriverW10x64 iaLPSS2_GPIO2_TGL acpipagr vpcivsp storvsp nvvad64v NvModuleTracker nvvhci Synth3dVsp nvhda64v RTKVHD64 dump_dumpstorport dump_stornvme dump_dumpfve IndirectKmd storqosflt bindflt nvlddmkm',
    laptop:
      'vsock vmci vmkbd vmnetadapter VMNET CAD igdkmd64 iaLPSS2i_I2C TeeDriverW8x64 atikmpag atikmdag Netwbw02 rt640x64 iaLPSS2i_GPIO2 DellRbtn mshidkmdf hidi2c IntcDAud MTConfig RtsUer ibtusb dump_diskdump p9rdr vmnetbridge vmnetuserif winquic vmx86 hcmon npf vstor2-x64 vstor2_x64',
    gaming:
      'KslD WdNisDrv NetworkPrivacyPolicy.sys KMPDC.sys FnetHyramAS iaStorAC mfehidk VBoxDrv CorsairVBusDriver mfefirek mfencbdc BstkDrv_nxt xvdd klpnpflt ViGEmBus kneps klids logi_joy_bus_enum.x64 logi_joy_vir_hid_x64 SteelSeries_Sonar_VAD ssdevfactory',
  };
  for (const [machine, modules] of Object.entries(lists)) {
    assert.deepEqual(
      modules.split(' ').filter((name) => !driver(name)),
      [],
      machine,
    );
  }
});
