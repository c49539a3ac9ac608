import type { Lines } from '../facts.ts';
import type { Look } from '../look.ts';

/** Where the analysis prints the image it blames: IMAGE_NAME, else "Probably caused by"; undefined where it does neither. */
export function blamedLines({ crash, facts }: Look): Lines | undefined {
  const field = facts.fields.find(({ name }) => name === 'IMAGE_NAME');
  const image = crash.image ?? '';
  const probable = facts.fields.find(({ name, value }) => /^probably/i.test(name) && value.includes(image));
  return (field ?? probable)?.lines;
}
