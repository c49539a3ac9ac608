import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceUrlGuard } from '#src/adapters/teams/service-url.ts';

const strict = serviceUrlGuard('on', ['msteams.example.cn'], []);
const local = serviceUrlGuard('off', [], [56150, 9]);

test('the connectors of the Teams clouds and those of the settings are allowed', () => {
  for (const url of [
    'https://smba.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net/amer/',
    'https://smba.infra.gcc.teams.microsoft.com/teams',
    'https://msteams.example.cn/',
  ]) {
    assert.equal(strict(url), true, url);
    assert.equal(local(url), false, url);
  }
});

test('look-alikes are not', () => {
  for (const url of [
    'http://smba.trafficmanager.net/teams/',
    'https://attacker.trafficmanager.net/teams/',
    'https://smba.trafficmanager.net.attacker.example/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net@attacker.example/',
    'https://user@smba.trafficmanager.net/',
    'https://127.0.0.1/',
    'http://localhost:56150/_connector',
    '',
    'undefined',
  ]) {
    assert.equal(strict(url), false, url);
  }
});

test('without authentication only this machine is allowed', () => {
  for (const url of ['http://localhost:56150/_connector', 'http://127.0.0.1:9/', 'http://[::1]:9/']) {
    assert.equal(local(url), true, url);
  }
  for (const url of ['http://127.0.0.1.attacker.example/', 'http://0.0.0.0/', 'http://10.0.0.1/', 'nonsense']) {
    assert.equal(local(url), false, url);
  }
});

test('without authentication only the ports of the settings are called on this machine', () => {
  for (const url of [
    'http://127.0.0.1/',
    'http://localhost:5432/',
    'https://localhost/',
    'http://[::1]:6379/',
    'http://127.0.0.1:561500',
    'http://user:pass@127.0.0.1:56150/',
    'ftp://127.0.0.1:56150/',
    'ws://127.0.0.1:56150/',
    'http://127.0.0.2:56150/',
    'http://localhost.:56150/',
  ]) {
    assert.equal(local(url), false, url);
  }
});
