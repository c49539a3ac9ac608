import type { Knowledge } from '../diagnosis/knowledge/knowledge.ts';

/** Images in lower case: whoever is suspected, and those that are accused. */
export interface Standing {
  readonly suspects: ReadonlySet<string>;
  readonly culprits: ReadonlySet<string>;
}

const KINDS: Readonly<Record<string, string>> = {
  'network-adapter': 'network adapter driver',
  'network-filter': 'network filter',
  'file-filter': 'file filter',
  'anti-virus': 'security filter',
  vpn: 'network filter',
  display: 'display driver',
  storage: 'storage driver',
  usb: 'usb driver',
  kernel: 'kernel',
  port: 'port driver',
  component: 'component',
};

/** Whom the model speaks of, in list words and without a name: `culprit, third party driver, network filter`. */
export function driverWords(
  image: string,
  { knowledge, suspects, culprits }: Standing & { readonly knowledge: Pick<Knowledge, 'driver'> },
): string {
  const known = knowledge.driver(image);
  const owner =
    known === null ? 'driver of unknown maker' : known.owner === 'windows' ? 'part of Windows' : 'third party driver';
  const kind = known ? (KINDS[known.kind] ?? 'driver') : null;
  const standing = culprits.has(image) ? 'culprit' : suspects.has(image) ? 'not accused' : 'only shown';
  return [standing, owner, kind].filter((part) => part !== null).join(', ');
}
