import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Report } from '#src/report/schema.ts';
import { recordCrash } from '../tools/recording/record-crash.ts';
import { crashFolders } from './support/crash-folders.ts';

for (const { name, path, paste } of crashFolders()) {
  test(`${name} is read, judged and answered as recorded`, () => {
    for (const [file, content] of Object.entries(recordCrash(paste))) {
      const recorded = readFileSync(join(path, file), 'utf8');
      assert.equal(content, recorded, `${file} differs; if that is meant: npm run -s record -- ${name}`);
    }
  });

  test(`${name}: the report fits its schema, and every driver it names stands in the paste`, () => {
    const report = Report.parse(JSON.parse(recordCrash(paste)['report.json'] ?? ''));
    assert.ok(report.crashes.length > 0);
    for (const { suspects } of report.crashes) {
      for (const { driver } of suspects) {
        assertInPaste(driver, paste);
      }
    }
  });
}

function assertInPaste(driver: string, paste: string): void {
  if (driver === 'hardware' || driver === 'os') {
    return;
  }
  const module = driver.replace(/\.[a-z]+$/, '');
  assert.ok(paste.toLowerCase().includes(module), `${driver} is not in the paste`);
}
