import { readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { runCommand, WrongUsage } from '#src/terminal/run-command.ts';

const USAGE = `Usage: npm run -s manifest -- [--app-id GUID] [--out FILE]
Packs the app for Teams: manifest, Chinese texts and icons in one zip, for the bot of this id (default: MicrosoftAppId).`;

const FOLDER = new URL('../manifest/', import.meta.url);
const FILES = ['zh-cn.json', 'color.png', 'outline.png'];
const PLACEHOLDER = '00000000-0000-0000-0000-000000000000';
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const OPTIONS = {
  'app-id': { type: 'string' },
  out: { type: 'string', default: 'stopcode-teams-app.zip' },
} as const;

await runCommand({
  name: 'manifest',
  usage: USAGE,
  config: { options: OPTIONS },
  run: ({ values: { 'app-id': given, out } }) => {
    const appId = given ?? (process.env.MicrosoftAppId?.trim() || PLACEHOLDER);
    if (!GUID.test(appId)) {
      throw new WrongUsage(`The bot's app id must be a GUID, not "${appId}": set MicrosoftAppId or pass --app-id.`);
    }
    writeZip(out, appId);
    process.stdout.write(`Wrote ${out} for bot ${appId}.\n`);
    if (appId === PLACEHOLDER) {
      process.stdout.write(
        'This is a placeholder: pass --app-id GUID (or set MicrosoftAppId) before you upload it to Teams.\n',
      );
    }
    return 0;
  },
});

function writeZip(out: string, botId: string): void {
  const read = (file: string) => readFileSync(new URL(file, FOLDER));
  const manifest = strToU8(read('manifest.json').toString().replaceAll(PLACEHOLDER, botId));
  const files = Object.fromEntries(FILES.map((file) => [file, read(file)]));
  writeFileSync(out, zipSync({ 'manifest.json': manifest, ...files }));
}
