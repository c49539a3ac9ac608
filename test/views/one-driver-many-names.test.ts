import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { look } from '#src/diagnosis/look.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { driverRole } from '#src/diagnosis/views/driver-role.ts';

const knowledge = loadKnowledge();

function imageOf(name: string, text = ''): string | undefined {
  const header = 'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\nArg1: 0000000000000018, memory referenced\n';
  const [crash] = readCrashes([{ source: null, text: `${header}${text}\n` }]).crashes;
  assert.ok(crash);
  return driverRole(name, look(crash, knowledge))?.image;
}

test('a file of the table is one with the module that the debugger makes of its name', () => {
  assert.equal(imageOf('winfsp_x64'), 'winfsp-x64.sys');
  assert.equal(imageOf('klif_kes_21_9'), 'klif.kes-21-9.sys');
});

test('a file that only the paste names is one with its module, wherever it is named', () => {
  const unable = 'Unable to load image \\SystemRoot\\system32\\DRIVERS\\acme-flt.v2-1.sys, Win32 error 0n2';
  assert.equal(imageOf('acme_flt_v2_1', unable), 'acme-flt.v2-1.sys');
  assert.equal(imageOf('acmer0', 'MODULE_NAME: other\nIMAGE_NAME:  AcmeR0.r0'), 'acmer0.r0');
  assert.equal(imageOf('acmeflt', unable), 'acmeflt.sys');
});

test('a copy for the dump or the hibernation file is what it is a copy of', () => {
  assert.equal(imageOf('dump_stornvme'), 'stornvme.sys');
  assert.equal(imageOf('hiber_storport.sys'), 'storport.sys');
  assert.equal(imageOf('dump_acmestor'), 'acmestor.sys');
  assert.equal(imageOf('hiber_acmestor.sys'), 'acmestor.sys');
  assert.equal(imageOf('dumpfve.sys'), 'dumpfve.sys');
});

test('a driver object is one with the file of its name and the bits, where the paste shows that one alone', () => {
  const blamed = 'IMAGE_NAME:  acmehd64v.sys\n';
  assert.equal(imageOf('acmehd', blamed), 'acmehd64v.sys');
  assert.equal(imageOf('nvhda', 'IMAGE_NAME:  nvhda64v.sys\n'), 'nvhda64v.sys');
  assert.equal(imageOf('acmehd'), 'acmehd.sys');
  const unable = 'Unable to load image acmehd32.sys, Win32 error 0n2';
  assert.equal(imageOf('acmehd', blamed + unable), 'acmehd.sys', 'either may be it');
  // Loaded beside it, or known as another product: two drivers.
  const lm = `0: kd> lm\nstart             end                 module name\nfffff80a\`11110000 fffff80a\`11130000   acmehd     (deferred)\n`;
  assert.equal(imageOf('acmehd', blamed + lm), 'acmehd.sys');
  assert.equal(imageOf('nvhda', 'IMAGE_NAME:  nvhda128v.sys\n'), 'nvhda.sys');
  assert.equal(imageOf('ndis', 'IMAGE_NAME:  ndis64.sys\n'), 'ndis.sys');
});
