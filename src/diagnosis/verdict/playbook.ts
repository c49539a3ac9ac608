import { z } from 'zod';
import type { Text } from '../../language/text.ts';
import { TableText } from '../../language/text-schema.ts';

/**
 * Shape of the rows in `playbooks.json`, checked by the tests. In texts and commands these places are filled in: `<image>`,
 * `<stem>` (image without extension), `<module>` (the debugger's name for it), `<happens>` (what the machine does),
 * `<drivers>` (the sensible set for Verifier), `<code>`, `<vendor>`, `<facts>`.
 */

/** When a playbook applies: by culprit and, for drivers, by kind. */
const When = z.enum([
  'test-tool',
  'deliberate',
  'program',
  'live',
  'presumed-third-party',
  'non-maskable-interrupt',
  'network-filter',
  'network-adapter',
  'vpn',
  'file-filter',
  'security',
  'display',
  'printer',
  'device',
  'service',
  'boot-critical',
  'third-party',
  'third-party-rules',
  'memory-suspect',
  'hardware',
  'disk',
  'os',
  'unknown',
  'unknown-memory',
  'unknown-hardware',
]);
export type When = z.infer<typeof When>;

export const Playbook = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  when: z.array(When).min(1),
  /** Left out where one of these holds. */
  unless: z.array(When).optional(),
  title: TableText,
  text: TableText,
  reason: TableText,
  commands: z.array(z.string().min(2)),
  undo: z.array(z.string().min(2)),
});

export const Playbooks = z.array(Playbook);

export interface PlaybookRow {
  readonly id: string;
  readonly when: readonly string[]; // JSON imports widen the literals; the schema has checked them
  readonly unless?: readonly string[];
  readonly title: Text;
  readonly text: Text;
  readonly reason: Text;
  readonly commands: readonly string[];
  readonly undo: readonly string[];
}
