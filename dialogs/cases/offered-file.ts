import { type MailKind, OfferedMail } from '#src/cases/press.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Pressed } from '#src/ports/act.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, pressActor } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import type { MailAsked } from '../hearing/mail-asked.ts';
import { hint } from '../say.ts';
import { writeMailText } from './case-mail.ts';
import { FILES_IN_PERSONAL_CHAT, fileOffer } from './case-words.ts';

/** Offers a mail as a file: Teams uploads it to the user's own storage once they agree. Personal chats only. */
export async function offerMail(
  mail: MailKind,
  { language, length }: MailAsked,
  reminded: Reminded,
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Answer> {
  if (turn.message.scope !== 'personal') {
    return hint(turn, FILES_IN_PERSONAL_CHAT);
  }
  const text = await writeMailText(mail, { language, length, form: 'markdown' }, reminded, actor, tools);
  const { number } = reminded.case;
  return {
    kind: 'file',
    name: `case-${number}-${mail}.md`,
    description: fileOffer(number, mail)[turn.language],
    bytes: Buffer.byteLength(text),
    context: { case: number, mail, ...(language ? { language } : {}), ...(length === 'full' ? {} : { length }) },
  };
}

/** The file that an offer was about, as the case is now; null where there is no such case here. */
export async function writeOffered(pressed: Pressed, tools: Tools): Promise<{ text: string } | null> {
  const asked = OfferedMail.safeParse(pressed.data).data;
  if (!asked) {
    return null;
  }
  const actor = await pressActor(pressed, tools);
  const reminded = await tools.cases.find(actor.place, asked.case);
  if (!reminded) {
    return null;
  }
  const wanted = { language: asked.language ?? null, length: asked.length ?? 'full', form: 'markdown' } as const;
  return { text: await writeMailText(asked.mail, wanted, reminded, actor, tools) };
}
