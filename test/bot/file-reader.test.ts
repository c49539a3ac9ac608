import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { isPublicAddress } from '#src/adapters/teams/file-address.ts';
import { fileReader } from '#src/adapters/teams/file-reader.ts';

async function serve(context: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/file.txt`;
}

const local = fileReader('off', []);
const strict = fileReader('on', []);

test('a text file is read, whatever it is encoded in', async (context) => {
  const bodies: Readonly<Record<string, Buffer>> = {
    '/utf8': Buffer.from('kd> k 蓝屏'),
    '/utf16': Buffer.from('\ufeffkd> k 蓝屏', 'utf16le'),
    '/utf16-bare': Buffer.from('kd> k and so on', 'utf16le'),
    '/gb': Buffer.from([0x6b, 0x64, 0x3e, 0x20, 0xc0, 0xb6, 0xc6, 0xc1]),
  };
  const url = await serve(context, (request, response) => response.end(bodies[request.url ?? '']));
  const read = async (path: string) => local({ name: 'a.txt', url: new URL(path, url).href });
  assert.deepEqual(await read('/utf8'), { kind: 'text', text: 'kd> k 蓝屏' });
  assert.deepEqual(await read('/utf16'), { kind: 'text', text: 'kd> k 蓝屏' });
  assert.deepEqual(await read('/utf16-bare'), { kind: 'text', text: 'kd> k and so on' });
  assert.deepEqual(await read('/gb'), { kind: 'text', text: 'kd> 蓝屏' });
});

test('a binary file and a file above 8 MB are refused, the latter without reading it to its end', async (context) => {
  let written = 0;
  const url = await serve(context, (request, response) => {
    if (request.url === '/binary') return response.end(Buffer.from('MDMP\u0000\u0001\u0000\u0000\u0002abc'));
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    const more = () => {
      while (written++ < 200 && response.write(chunk));
      if (written < 200) response.once('drain', more);
    };
    return more();
  });
  const read = async (path: string) => local({ name: 'a.txt', url: new URL(path, url).href });
  assert.deepEqual(await read('/binary'), { kind: 'refused', reason: 'not-text' });
  assert.deepEqual(await read('/large'), { kind: 'refused', reason: 'too-big' });
  assert.ok(written < 60, `${written} MB were written`);
});

test('a redirect is not followed', async (context) => {
  let visits = 0;
  const url = await serve(context, (_request, response) => {
    visits++;
    response.writeHead(302, { Location: '/elsewhere' }).end();
  });
  assert.deepEqual(await local({ name: 'a.txt', url }), { kind: 'refused', reason: 'gone' });
  assert.equal(visits, 1);
});

test('with authentication only SharePoint over https is asked', async (context) => {
  let visits = 0;
  const url = await serve(context, (_request, response) => {
    visits++;
    response.end('secret');
  });
  const forbidden = [
    url,
    'https://127.0.0.1/a',
    'https://169.254.169.254/latest/meta-data',
    'https://contoso.trafficmanager.net/a',
    'https://sharepoint.com.attacker.example/a',
    'https://evilsharepoint.com/a',
    'http://contoso.sharepoint.com/a',
    'https://contoso.sharepoint.com:8443/a',
    'https://user:pass@contoso.sharepoint.com/a',
    'file:///etc/passwd',
    'no address',
  ];
  for (const address of forbidden) {
    assert.deepEqual(await strict({ name: 'a.txt', url: address }), { kind: 'refused', reason: 'forbidden' }, address);
  }
  assert.equal(visits, 0);
});

test('without authentication addresses outside this machine still need an allowed host', async () => {
  const read = await local({ name: 'a.txt', url: 'https://10.0.0.1/a' });
  assert.deepEqual(read, { kind: 'refused', reason: 'forbidden' });
});

test('only addresses of the public Internet count as public', () => {
  for (const address of ['8.8.8.8', '20.190.128.1', '2603:1030::1'])
    assert.equal(isPublicAddress(address), true, address);
  const closed = ['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1', '0.0.0.0', '100.64.0.1'];
  for (const address of [...closed, '::1', '::ffff:10.0.0.1', 'fd00::1', 'fe80::1', 'nonsense']) {
    assert.equal(isPublicAddress(address), false, address);
  }
});
