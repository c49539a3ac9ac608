import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';

const FOLDER = new URL('../manifest/', import.meta.url);
const FILES = ['zh-cn.json', 'color.png', 'outline.png'];
const PLACEHOLDER = '00000000-0000-0000-0000-000000000000';
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const { values } = parseArgs({
  options: { 'app-id': { type: 'string' }, out: { type: 'string', default: 'stopcode-teams-app.zip' } },
});
const appId = values['app-id'] ?? (process.env.MicrosoftAppId?.trim() || PLACEHOLDER);

if (!GUID.test(appId)) {
  process.stderr.write(`The bot's app id must be a GUID, not "${appId}": set MicrosoftAppId or pass --app-id.\n`);
  process.exitCode = 1;
} else {
  writeZip(values.out, appId);
  process.stdout.write(`Wrote ${values.out} for bot ${appId}.\n`);
  if (appId === PLACEHOLDER) {
    process.stdout.write(
      'This is a placeholder: pass --app-id GUID (or set MicrosoftAppId) before you upload it to Teams.\n',
    );
  }
}

function writeZip(out: string, botId: string): void {
  const read = (file: string) => readFileSync(new URL(file, FOLDER));
  const manifest = strToU8(read('manifest.json').toString().replaceAll(PLACEHOLDER, botId));
  const files = Object.fromEntries(FILES.map((file) => [file, read(file)]));
  writeFileSync(out, zipSync({ 'manifest.json': manifest, ...files }));
}
