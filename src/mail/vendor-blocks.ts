import { COLON } from '../language/joined.ts';
import { sayIn } from '../language/say.ts';
import { capital } from '../reply/dump-names.ts';
import type { Findings } from '../reply/findings.ts';
import { type Block, heading, list, paragraph } from './mail.ts';
import { MAIL_WORDS } from './mail-words.ts';

/** What the maker of a driver is told: its build, and all that each dump shows of it. To be passed on as it is. */
export function vendorBlocks({ reply, names, records }: Findings): Block[] {
  if (records.length === 0) {
    return [];
  }
  const say = sayIn(reply.language);
  const between = say({ en: ' ', zh: '' });
  return [
    heading(say(MAIL_WORDS.vendorFacts)),
    ...records.flatMap(({ image, builds, dumps }) => [
      ...(builds.length === 0
        ? [paragraph(image)]
        : builds.map((build) => paragraph(`${image}${say(COLON)}${say(build)}${say({ en: '.', zh: '。' })}`))),
      ...list(
        dumps
          .filter(({ facts }) => facts.length > 0)
          .map(({ id, facts }) => {
            const told = facts.map(say).join(between);
            return dumps.length === 1
              ? told
              : `${capital(say(names.get(id) ?? { en: id, zh: id }))}${say(COLON)}${told}`;
          }),
      ),
    ]),
  ];
}
