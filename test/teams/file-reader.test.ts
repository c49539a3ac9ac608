import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, get, type RequestListener } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { type TestContext, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { isPublicAddress } from '#src/adapters/teams/file-address.ts';
import { checkedLookup, fileReader } from '#src/adapters/teams/file-reader.ts';
import type { ReadFile } from '#src/ports/file-reader.ts';

async function serve(context: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/file.txt`;
}

/** Allowed to call the port of the address that it is given. */
const local: ReadFile = (file) => fileReader('off', [], [Number(new URL(file.url).port)])(file);
const strict = fileReader('on', [], []);

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
    if (request.url === '/binary') {
      return response.end(Buffer.from('\u0007\u0000\u0001\u0000\u0000\u0002abc'));
    }
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    const more = () => {
      while (written++ < 200 && response.write(chunk)) {}
      if (written < 200) {
        response.once('drain', more);
      }
    };
    return more();
  });
  const read = async (path: string) => local({ name: 'a.txt', url: new URL(path, url).href });
  assert.deepEqual(await read('/binary'), { kind: 'refused', reason: 'not-text' });
  assert.deepEqual(await read('/large'), { kind: 'refused', reason: 'too-big' });
  assert.ok(written < 60, `${written} MB were written`);
});

test('a zip of logs is unpacked, and a picture that calls itself a text is told', async (context) => {
  const zip = zipSync({ 'a.txt': strToU8('kd> k'), 'b.png': strToU8('x') });
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);
  const url = await serve(context, (request, response) => response.end(request.url === '/zip' ? zip : picture));
  const read = async (path: string, name: string) => local({ name, url: new URL(path, url).href });
  assert.deepEqual(await read('/zip', 'logs.zip'), {
    kind: 'unpacked',
    texts: [{ name: 'logs.zip/a.txt', text: 'kd> k' }],
    refused: [{ name: 'logs.zip/b.png', reason: 'picture' }],
  });
  assert.deepEqual(await read('/picture', 'screen.txt'), { kind: 'refused', reason: 'picture' });
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

test('without authentication a program on this machine is asked only on a port of the settings', async (context) => {
  let visits = 0;
  const url = await serve(context, (_request, response) => {
    visits++;
    response.end('what a database tells whoever is on this machine');
  });
  const read = await fileReader('off', [], [56150])({ name: 'a.txt', url });
  assert.deepEqual(read, { kind: 'refused', reason: 'forbidden' });
  assert.equal(visits, 0);
});

async function statusOf(url: string, lookup: LookupFunction): Promise<number | undefined | string> {
  return new Promise((resolve) => {
    const asked = get(url, { lookup, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', (error) => resolve(error.name));
  });
}

test('a name is connected to by way of the check, and not at all where one of its addresses is refused', async (context) => {
  const url = (await serve(context, (_request, response) => response.end())).replace('127.0.0.1', 'localhost');
  const isLoopback = (address: string) => ['127.0.0.1', '::1'].includes(address);
  assert.equal(await statusOf(url, checkedLookup(isLoopback)), 200);
  assert.equal(await statusOf(url, checkedLookup(isPublicAddress)), 'Error');
});

test('only addresses of the public Internet count as public', () => {
  for (const address of ['8.8.8.8', '20.190.128.1', '2603:1030::1', '::ffff:52.96.0.1']) {
    assert.equal(isPublicAddress(address), true, address);
  }
  const v4 = ['10.1.2.3', '127.0.0.1', '169.254.169.254', '172.31.0.1', '192.168.1.1', '0.0.0.0', '100.64.0.1'];
  const setAside = ['192.0.0.8', '198.19.0.1', '203.0.113.9', '224.0.0.1', '255.255.255.255', '168.63.129.16'];
  const v6 = [
    '::1',
    '::',
    'fd00::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '3fff::1',
    '100::1',
  ];
  const holdingV4 = ['::ffff:10.0.0.1', '::ffff:0:10.0.0.1', '::10.0.0.1', '2002:a00:1::1', '2002:808:808::1'];
  const translated = ['2001:0:4136:e378::1', '64:ff9b::10.0.0.1', '64:ff9b:1::a00:1', '64:ff9b::8.8.8.8'];
  const unassigned = [
    '4000::1',
    '5f00::1',
    '100:0:0:1::1',
    '200::1',
    'nonsense',
    '',
    '127.1',
    '0x7f000001',
    '2130706433',
  ];
  for (const address of [...v4, ...setAside, ...v6, ...holdingV4, ...translated, ...unassigned]) {
    assert.equal(isPublicAddress(address), false, address);
  }
});
