import { FollowUpSetting } from '../../follow-ups/setting.ts';
import type { WarnLog } from './warn-log.ts';

/** A setting as it was kept; null where it cannot be read: one place must not take the digests of all with it. */
export function readSetting(stored: unknown, log: WarnLog): FollowUpSetting | null {
  const setting = FollowUpSetting.safeParse(stored).data ?? null;
  if (setting === null) {
    log.warn('follow-up.unreadable-setting');
  }
  return setting;
}
