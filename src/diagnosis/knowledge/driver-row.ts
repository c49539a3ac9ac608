import { z } from 'zod';

/** Shape of the groups in `drivers/*.json`: images that share an owner, a product and what is known of them. */

export const DriverKind = z.enum([
  'kernel',
  'port',
  'component',
  'network-adapter',
  'network-filter',
  'file-filter',
  'anti-virus',
  'vpn',
  'display',
  'audio',
  'storage',
  'usb',
  'input',
  'chipset',
  'bluetooth',
  'virtualisation',
  'overclocking',
  'rgb',
  'anti-cheat',
  'backup',
  'encryption',
  'printer',
  'test',
  'other',
]);

export const DriverGroup = z.strictObject({
  owner: z.enum(['windows', 'third-party']),
  kind: DriverKind,
  vendor: z.string().min(2).nullable(),
  product: z.string().min(2).nullable(),
  uninstall: z.enum(['apps', 'pnputil', 'netcfg', 'fltmc', 'service', 'vendor-tool', 'none']).nullable(),
  support: z.url({ protocol: /^https$/ }).nullable(),
  basis: z.string().min(5),
  /** Kinds of driver that a port or class driver calls into: who may be at work when only the port is on the stack. */
  calls: z.array(DriverKind).optional(),
  /** File names in lower case, one or several separated by a blank. */
  images: z.string().regex(/^[^A-Z\s]+(?: [^A-Z\s]+)*$/),
});
export type DriverGroup = z.infer<typeof DriverGroup>;

export const DriverGroups = z.array(DriverGroup);
