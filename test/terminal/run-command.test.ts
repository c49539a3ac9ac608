import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

/** Every script of `package.json` that runs a file of ours, and the file. */
const SCRIPTS = Object.entries(
  (
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      scripts: Record<string, string>;
    }
  ).scripts,
).flatMap(([name, script]) => {
  const file = /^node (?<file>\S+\.ts)$/.exec(script)?.groups?.file;
  return file === undefined ? [] : [{ name, file }];
});
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function call(file: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [file, ...args], { cwd: ROOT, encoding: 'utf8', input: '' });
}

test('every command explains itself when asked, and that is a success', () => {
  assert.ok(SCRIPTS.length >= 11);
  for (const { name, file } of SCRIPTS) {
    const { status, stdout, stderr } = call(file, '--help');
    assert.deepEqual({ name, status, stderr }, { name, status: 0, stderr: '' });
    assert.match(stdout, new RegExp(`^Usage: npm (?:run (?:-s )?)?${name}\\b`));
  }
});

test('every command says which option it does not have, with its usage, and fails', () => {
  for (const { name, file } of SCRIPTS) {
    const { status, stdout, stderr } = call(file, '--nonsense');
    assert.deepEqual({ name, status, stdout }, { name, status: 1, stdout: '' });
    assert.match(stderr, /^Unknown option '--nonsense'\nUsage: /);
  }
});
