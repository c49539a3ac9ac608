import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { type SettingsForm, settingsCard } from '#src/cards/settings-card.ts';
import type { Press } from '#src/cases/press.ts';
import { WORKING_WEEK } from '#src/follow-ups/read-days.ts';
import type { Language, Text } from '#src/language/text.ts';
import type { FollowUp } from '#src/ports/follow-up-store.ts';
import { placeTarget } from '#src/ports/place.ts';
import type { Actor } from '../actor.ts';
import { DIGESTS_OFF, NO_DIGESTS } from '../cases/case-words.ts';
import type { Tools } from '../dialog.ts';
import { USUAL_TIME } from '../hearing/follow-up-command.ts';
import { readForm } from './read-form.ts';
import { daysText, SAVED, SET_MEANWHILE, settingText } from './words.ts';

type Where = Pick<Actor, 'place' | 'target' | 'language' | 'calendar'>;
type Store = Pick<Tools, 'followUps' | 'now'>;

/** How the follow-ups of a place are set, with a form to change them; `typed` stands in it where it could not be saved. */
export async function showSettings(
  { place, language, calendar }: Where,
  { followUps, now }: Store,
  lead: readonly Text[] = [],
  typed: SettingsForm | null = null,
): Promise<AdaptiveCard> {
  const current = await followUps.find(place);
  const said = current ? settingText(current.setting, current.lastDigestAt, now()) : NO_DIGESTS;
  const form = typed ?? formOf(current, calendar.zone, language);
  return settingsCard({ said, lead, form, since: current?.setting.since ?? null }, language);
}

/** Saves the form where all of it can be read and nobody was faster. */
export async function saveSettings(
  { since, time = '', zone = '', days = '', holidays = '', language }: Extract<Press, { verb: 'settings.save' }>,
  actor: Where,
  tools: Store,
): Promise<AdaptiveCard> {
  const current = await tools.followUps.find(actor.place);
  const form = { time, zone, days, holidays, language: language ?? actor.language };
  const read = readForm(form);
  if (read.kind === 'wrong') {
    return showSettings(actor, tools, read.said, form);
  }
  const isSame = current !== null && JSON.stringify(formOf(current, '', form.language)) === JSON.stringify(form);
  if ((current?.setting.since ?? null) !== (since ?? null)) {
    return showSettings(actor, tools, isSame ? [] : [SET_MEANWHILE]);
  }
  const setting = { ...read.setting, since: tools.now().toISOString() };
  await tools.followUps.save(placeTarget(actor.target), setting);
  return showSettings(actor, tools, [SAVED]);
}

export async function endFollowUps(actor: Where, tools: Store): Promise<AdaptiveCard> {
  await tools.followUps.save(placeTarget(actor.target), null);
  return showSettings(actor, tools, [DIGESTS_OFF]);
}

/** The form as it stands for a setting; for none, with what is usual. */
function formOf(current: FollowUp | null, zone: string, language: Language): SettingsForm {
  const setting = current?.setting ?? { time: USUAL_TIME, zone, days: WORKING_WEEK, holidays: null, language };
  return {
    time: setting.time,
    zone: setting.zone,
    days: daysText(setting.days)[language],
    holidays: setting.holidays ?? '',
    language: setting.language,
  };
}
