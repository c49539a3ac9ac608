import { textCard } from '#src/cards/text-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { languageOf } from '#src/language/language-of.ts';
import type { Language, Text } from '#src/language/text.ts';
import type { Message } from '#src/ports/message.ts';
import type { Shown } from '#src/ports/triage-message.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import type { Tools } from '../dialog.ts';
import { NO_DUMP, WHAT_TO_SEND } from '../words.ts';
import { collectPastes } from './collect-pastes.ts';
import { insteadOf } from './instead-of-crash.ts';

const TITLE: Text = { en: 'Triage of this message', zh: '此消息的分析' };

/**
 * The verdict on a message that somebody points at, written by whomever. It says nothing to the bot, so nothing in it is
 * taken for a command and it joins no case.
 */
export async function triageMessage(
  message: Pick<Message, 'text' | 'files' | 'unreadable'>,
  asker: Language,
  { diagnose, readFile }: Pick<Tools, 'diagnose' | 'readFile'>,
): Promise<Shown> {
  const { pastes, notes } = await collectPastes(message, readFile);
  const diagnosis = await diagnose(pastes);
  const language = languageOf(pastes.map(({ text }) => text).join('\n'), asker);
  const said = notes.map((note) => note[language]);
  const title = TITLE[language];
  if (diagnosis.crashes.length === 0) {
    const instead = insteadOf(diagnosis).map((text) => text[language]);
    const nothing = instead.length > 0 ? instead : [NO_DUMP[language], WHAT_TO_SEND[language]];
    return { title, card: textCard(said.length > 0 ? said : nothing, language) };
  }
  const reply = buildReply(diagnosis, pastes, language);
  const { card } = verdictCard({ ...reply, warnings: [...said, ...reply.warnings] });
  return { title, card };
}
