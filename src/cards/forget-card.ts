import type { Case } from '../cases/case.ts';
import type { Language, Text } from '../language/text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { leadLines } from './case-card.ts';
import { CASE_WORDS } from './case-words.ts';
import { execute } from './execute.ts';
import { makeCard } from './make-card.ts';

/** Asks before a case is deleted: nothing brings it back. */
export function forgetCard({ number, version, title, pastes, events }: Case, language: Language): AdaptiveCard {
  const question: Text = {
    en: `Delete case ${number} "${title}" for good? Its ${events.length} timeline entries and ${pastes.length === 1 ? '1 paste' : `${pastes.length} pastes`} are deleted at once, for everybody here. Cards already posted stay in the chat.`,
    zh: `永久删除案例 ${number}“${title}”？其 ${events.length} 条时间线记录和 ${pastes.length} 份粘贴内容将立即删除，对这里的所有人生效。已发送的卡片仍保留在聊天中。`,
  };
  const actions = [
    execute(CASE_WORDS.forget[language], { verb: 'case.forget', case: number, version }),
    execute(CASE_WORDS.keep[language], { verb: 'case.show', case: number }),
  ];
  return makeCard([...leadLines([question], language), { type: 'ActionSet', actions }], question[language], language);
}
