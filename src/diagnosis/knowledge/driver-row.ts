import { z } from 'zod';

/** Shape of the groups in `drivers/*.json`: products that share an owner, a kind and what the rows are based on. */

const DriverKind = z.enum([
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
  'card-reader',
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

/** One line of a group: a product and its files. What is not known is left out. */
const Product = z.strictObject({
  vendor: z.string().min(2).optional(),
  product: z.string().min(2).optional(),
  support: z.url({ protocol: /^https$/ }).optional(),
  /**
   * File names in lower case, separated by one blank. `#` stands for a number, where each version is a file of its own:
   * `procexp#.sys`, `portmaster-kext_v#-#-#.sys`. A name with `#` has no digit beside it.
   */
  images: z.string().regex(/^[^A-Z\s]+(?: [^A-Z\s]+)*$/),
  /**
   * Driver objects that are called otherwise than their file, in lower case: `\Driver\RTL8168` of `rt640x64.sys`. Requests
   * and device stacks show the object, and a verdict names what the paste shows.
   */
  services: z
    .string()
    .regex(/^\w+(?: \w+)*$/)
    .optional(),
});

export const DriverGroup = z.strictObject({
  owner: z.enum(['windows', 'third-party']),
  kind: DriverKind,
  uninstall: z.enum(['apps', 'pnputil', 'netcfg', 'fltmc', 'service', 'vendor-tool', 'none']).nullable(),
  basis: z.string().min(5),
  /** Kinds of driver that a port or class driver calls into: who may be at work when only the port is on the stack. */
  calls: z.array(DriverKind).optional(),
  of: z.array(Product).min(1),
});
export type DriverGroup = z.infer<typeof DriverGroup>;

export const DriverGroups = z.array(DriverGroup);
