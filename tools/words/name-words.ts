import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tools and makers that people name and no table of ours lists, or whose name is an everyday word. */
const TOOLS =
  `windbg kd cdb ntkd memtest procmon procexp autoruns powershell cmd regedit reg del rd rmdir sc netsh netcfg dism sfc
  chkdsk bcdedit fltmc pnputil driverquery livekd notmyfault wmic dxdiag microsoft sysinternals nvidia amd intel realtek qualcomm
  broadcom logitech razer corsair asus gigabyte msi lenovo dell vmware citrix norton mcafee symantec kaspersky avast bitdefender
  sophos crowdstrike github google apple oracle samsung curl wget python javascript http https www org taskkill systeminfo`.split(
    /\s+/,
  );

interface DriverGroup {
  readonly of: readonly { readonly vendor?: string; readonly product?: string; readonly images: string }[];
}

/**
 * Words that name a driver, product, vendor, command or tool. One that is also an everyday word, or that our own texts use
 * in small letters (`disk`, `network`, `filter`), names nobody.
 */
export function nameWords(
  root: string,
  everyday: ReadonlySet<string>,
  known: ReadonlySet<string>,
): ReadonlySet<string> {
  const knowledge = join(root, 'src', 'diagnosis', 'knowledge');
  const groups = jsonIn(join(knowledge, 'drivers')) as DriverGroup[];
  const products = groups.flatMap(({ of }) => of);
  const stems = products.flatMap(({ images }) => images.split(' ').map((image) => image.replace(/\.\w+$/, '')));
  // In small letters a product is told in words (`Touchpads, fingerprint`); only a name has a capital or is in no dictionary.
  const makers = products
    .flatMap(({ vendor = '', product = '' }) => `${vendor} ${product}`.match(/[A-Za-z]{2,}/g) ?? [])
    .filter((word) => word !== word.toLowerCase() || !known.has(word))
    .map((word) => word.toLowerCase());
  const commands = (
    JSON.parse(readFileSync(join(knowledge, 'debugger-commands.json'), 'utf8')) as { command: string }[]
  ).flatMap(({ command }) => command.toLowerCase().match(/[a-z]{2,}/g) ?? []);
  const tags = (jsonIn(join(knowledge, 'pool-tags')) as { tag?: string }[]).flatMap(({ tag = '' }) =>
    tag.trim().toLowerCase(),
  );
  const named = [...stems, ...makers, ...commands, ...tags.filter((tag) => !known.has(tag))];
  return new Set([...named.filter((word) => !everyday.has(word)), ...TOOLS]);
}

function jsonIn(folder: string): unknown[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown[]);
}
