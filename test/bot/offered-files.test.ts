import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { cardText } from './an-action.ts';
import { anActivity, type Json } from './an-activity.ts';

interface Upload {
  readonly body: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

let running: RunningBot;
let storage: Server;
let taken = 0;
const uploads: Upload[] = [];
before(async () => {
  storage = createServer(async (request, response) => {
    const { 'content-range': range, authorization } = request.headers;
    uploads.push({ body: await readAll(request), range, authorization });
    // restify, loaded in this process, makes `writeHead` return nothing.
    response.statusCode = 201;
    response.end();
  });
  storage.listen(0, '127.0.0.1');
  await once(storage, 'listening');
  running = await startTestBot({}, undefined, [uploadUrl()]);
});
after(async () => {
  storage.close();
  await running.stop();
});

async function next(): Promise<Json> {
  const sent = await running.connector.taken(++taken);
  return sent[taken - 1]?.activity ?? {};
}

async function say(text: string, changes: Json = {}): Promise<Json> {
  await running.post(anActivity(running.connector.url, { text, ...changes }));
  return next();
}

async function consent(action: string, context: unknown, uploadUrl: string, changes: Json = {}) {
  const uploadInfo = {
    name: 'case-1-report.md',
    uploadUrl,
    contentUrl: 'https://x.sharepoint.com/a',
    uniqueId: 'u',
    fileType: 'md',
  };
  const value = { type: 'fileUpload', action, context, uploadInfo };
  const invoke = { type: 'invoke', name: 'fileConsent/invoke', id: randomUUID(), text: undefined, value };
  assert.equal((await running.post(anActivity(running.connector.url, { ...invoke, ...changes }))).status, 200);
}

const Offer = z.looseObject({
  attachments: z.tuple([
    z.looseObject({
      contentType: z.literal('application/vnd.microsoft.teams.card.file.consent'),
      name: z.string(),
      content: z.looseObject({ sizeInBytes: z.number().positive(), acceptContext: z.unknown() }),
    }),
  ]),
});

const uploadUrl = () => `http://127.0.0.1:${(storage.address() as AddressInfo).port}/up`;

test('a report is offered as a file, uploaded once it is accepted, and shown in the chat', async () => {
  await say('case new Freeze 4711-00815');
  const [offer] = Offer.parse(await say('report 1 file')).attachments;
  assert.equal(offer.name, 'case-1-report.md');
  await consent('accept', offer.content.acceptContext, uploadUrl());
  const [upload] = uploads;
  assert.match(upload?.body ?? '', /^\*\*\\\[4711-00815\\\] Freeze – analysis\*\*/);
  const size = Buffer.byteLength(upload?.body ?? '');
  assert.equal(size, offer.content.sizeInBytes);
  assert.equal(upload?.range, `bytes 0-${size - 1}/${size}`);
  assert.equal(upload?.authorization, undefined, 'our token stays with us');
  assert.match(JSON.stringify(await next()), /application\/vnd\.microsoft\.teams\.card\.file\.info.*"uniqueId":"u"/);
});

test('nothing is uploaded to a foreign address, for a case that is not here, or when it was declined', async () => {
  const before = uploads.length;
  await consent('decline', { case: 1, mail: 'report' }, uploadUrl());
  await consent('accept', { case: 1, mail: 'report' }, 'http://169.254.169.254/latest');
  assert.match(String((await next()).text), /could not be uploaded/);
  await consent('accept', { case: 99, mail: 'report' }, uploadUrl());
  assert.match(String((await next()).text), /could not be uploaded/);
  await consent('accept', 'nonsense', uploadUrl());
  assert.match(String((await next()).text), /could not be uploaded/);
  assert.equal(uploads.length, before);
});

test('a file is taken in a conversation whatever letters its id is of, and so is an answer', async () => {
  for (const id of ['会议:一', 'a:чат', '19:\u202ex@thread.v2', 'a b', 'a:é', 'a:%41', '🙂']) {
    const conversation = { id, conversationType: 'personal', tenantId: 'tenant-1' };
    await consent('accept', { case: 99, mail: 'report' }, uploadUrl(), { conversation });
    assert.match(String((await next()).text), /could not be uploaded/, id);
    await say('help', { conversation });
    assert.equal(running.connector.sent.at(-1)?.conversation, id);
  }
});

test('in a group chat Teams knows no files, and the bot says so', async () => {
  const conversation = { id: '19:g@thread.v2', conversationType: 'groupChat', tenantId: 'tenant-1' };
  const entities = [{ type: 'mention', mentioned: { id: '28:bot' }, text: '<at>Stopcode</at>' }];
  await say('case new In a group', { conversation, entities });
  assert.match(String((await say('report 1 file', { conversation, entities })).text), /personal chats only/);
  assert.match(cardText(await say('report 1', { conversation, entities })), /In a group – analysis/);
});
