import { textCard } from '#src/cards/text-card.ts';
import type { Turn } from '#src/ports/turn.ts';
import { explainCode } from '#src/reply/explain-code.ts';
import { cardAnswer } from './case-view.ts';
import type { Dialog } from './dialog.ts';

const ASKED =
  /^(?:explain|解释一下|解释|说明)\s{0,5}(?:(?:bugcheck|stop code|stop|code|停止代码|蓝屏代码)\s{0,5})?[:：]?\s{0,5}(\S.{0,300})$/iu;
const NUMBER = /^(?:0x)?[0-9a-f`]{1,20}$/i;
const NAME = /^[a-z0-9]{2,40}(?:_[a-z0-9]{1,40}){1,12}$/i;

/** `explain 0x9f 3 …`: a stop code without a dump. Questions in prose that merely begin alike are none of it. */
export const explain: Dialog = {
  name: 'explain',
  accepts: (turn) => asked(turn) !== null,
  reply: (turn, { knowledge }) => {
    const { code = '', args = [] } = asked(turn) ?? {};
    return cardAnswer(textCard(explainCode(code, args, knowledge, turn.language), turn.language));
  },
};

function asked({ message }: Turn): { code: string; args: string[] } | null {
  const rest = ASKED.exec(message.text.trim())?.[1];
  const [code = '', ...args] = rest?.split(/[\s,;(){}，]{1,20}/).filter((word) => word !== '') ?? [];
  if (!NUMBER.test(code) && !NAME.test(code)) return null;
  return args.every((argument) => NUMBER.test(argument)) ? { code, args } : null;
}
