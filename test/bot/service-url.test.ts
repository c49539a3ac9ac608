import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceUrlGuard } from '#src/adapters/teams/service-url.ts';

const strict = serviceUrlGuard('on', ['msteams.example.cn']);
const local = serviceUrlGuard('off', []);

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
