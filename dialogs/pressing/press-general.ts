import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import type { Press } from '#src/cases/press.ts';
import type { Actor } from '../actor.ts';
import { listCard } from '../cases/list-cases.ts';
import type { Tools } from '../dialog.ts';
import { helpWhole } from '../help.ts';
import { sampleVerdict } from '../sample/sample.ts';
import { endFollowUps, saveSettings, showSettings } from '../settings/settings.ts';

/** Presses that are about no case and no paste. */
type GeneralPress = Extract<Press, { verb: `help.${string}` | `settings.${string}` | 'cases.list' }>;

export function isGeneral(press: Press): press is GeneralPress {
  return /^(?:help\.|settings\.|cases\.list$)/.test(press.verb);
}

export async function pressGeneral(press: GeneralPress, actor: Actor, tools: Tools): Promise<AdaptiveCard> {
  switch (press.verb) {
    case 'help.show':
      return helpWhole(actor.language, tools);
    case 'help.sample':
      return (await sampleVerdict(actor.language, tools)).card;
    case 'cases.list':
      return listCard('open', actor, tools);
    case 'settings.show':
      return showSettings(actor, tools);
    case 'settings.save':
      return saveSettings(press, actor, tools);
    case 'settings.off':
      return endFollowUps(actor, tools);
  }
}
