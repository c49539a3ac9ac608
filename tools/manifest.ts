import { readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import { runCommand, WrongUsage } from '#src/terminal/run-command.ts';

const USAGE = `Usage: npm run -s manifest -- [--app-id GUID] [--publisher NAME] [--website URL] [--privacy URL] [--terms URL] [--public-url URL] [--out FILE]
Packs the app for Teams: manifest, Chinese texts and icons in one zip, for the bot of this id (default: MicrosoftAppId).
Publisher and links are what Teams shows of whoever runs the bot; without them the zip holds placeholders, and says so.
Teams opens the paste page only at the public address of the bot that the manifest names (default: STOPCODE_PUBLIC_URL).`;

const FOLDER = new URL('../manifest/', import.meta.url);
const FILES = ['zh-cn.json', 'color.png', 'outline.png'];
const PLACEHOLDER = '00000000-0000-0000-0000-000000000000';

const OPTIONS = {
  'app-id': { type: 'string' },
  publisher: { type: 'string' },
  website: { type: 'string' },
  privacy: { type: 'string' },
  terms: { type: 'string' },
  'public-url': { type: 'string' },
  out: { type: 'string', default: 'stopcode-teams-app.zip' },
} as const;

/** As the schema of the manifest has them: a name of at most 32 characters, links by https. */
const Link = z.url({ protocol: /^https$/, error: 'must be an https address' }).optional();
const Given = z.object({
  'app-id': z.guid('must be the GUID of the app registration'),
  publisher: z.string().min(1, 'is empty').max(32, 'has more than 32 characters').optional(),
  website: Link,
  privacy: Link,
  terms: Link,
  'public-url': Link,
});
type Given = z.infer<typeof Given>;

await runCommand({
  name: 'manifest',
  usage: USAGE,
  config: { options: OPTIONS },
  run: ({ values: { out, ...values } }) => {
    const given = check({
      ...values,
      'app-id': values['app-id'] ?? (process.env.MicrosoftAppId?.trim() || PLACEHOLDER),
      'public-url': values['public-url'] ?? (process.env.STOPCODE_PUBLIC_URL?.trim() || undefined),
    });
    writeZip(out, given);
    process.stdout.write(`Wrote ${out} for bot ${given['app-id']}.\n`);
    const missing = (['publisher', 'website', 'privacy', 'terms'] as const).filter((name) => given[name] === undefined);
    const left = [...(given['app-id'] === PLACEHOLDER ? ['app-id'] : []), ...missing];
    if (left.length > 0) {
      const options = left.map((name) => `--${name}`).join(', ');
      process.stdout.write(`Placeholders are left in it: pass ${options} before you upload it to Teams.\n`);
    }
    return 0;
  },
});

function check(values: unknown): Given {
  const { data, error } = Given.safeParse(values);
  if (data === undefined) {
    throw new WrongUsage(error.issues.map(({ path, message }) => `--${path.join('.')} ${message}.`).join('\n'));
  }
  return data;
}

function writeZip(out: string, given: Given): void {
  const read = (file: string) => readFileSync(new URL(file, FOLDER));
  const manifest = JSON.parse(read('manifest.json').toString().replaceAll(PLACEHOLDER, given['app-id']));
  const { developer } = manifest;
  const told = {
    name: given.publisher ?? developer.name,
    websiteUrl: given.website ?? developer.websiteUrl,
    privacyUrl: given.privacy ?? developer.privacyUrl,
    termsOfUseUrl: given.terms ?? developer.termsOfUseUrl,
  };
  const files = Object.fromEntries(FILES.map((file) => [file, read(file)]));
  const url = given['public-url'];
  const validDomains = url === undefined ? [] : [new URL(url).hostname];
  const text = JSON.stringify({ ...manifest, developer: { ...developer, ...told }, validDomains }, null, 2);
  writeFileSync(out, zipSync({ 'manifest.json': strToU8(text), ...files }));
}
