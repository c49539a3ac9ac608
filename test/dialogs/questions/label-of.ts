import type { Asked } from '#dialogs/questions/asked.ts';

/** What was understood, written like the label that it is compared with: as much of it as the label tells. */
export function labelOf({ intent, subject, other, into }: Asked, label: string): string {
  if (!label.includes(':')) {
    return intent;
  }
  if (intent === 'language') {
    return `${intent}:${into}`;
  }
  if (intent === 'same') {
    return `${intent}:${other}`;
  }
  if (subject === null) {
    return intent;
  }
  const named = {
    argument: () => (subject.kind === 'argument' ? `arg${subject.index}` : ''),
    code: () => (subject.kind === 'code' ? subject.text : ''),
    command: () => (subject.kind === 'command' ? subject.text : ''),
    term: () => (subject.kind === 'term' ? subject.name : ''),
    tag: () => (subject.kind === 'tag' ? subject.tag.toLowerCase() : ''),
    driver: () => (subject.kind === 'driver' ? subject.image : ''),
    party: () => (subject.kind === 'party' ? subject.party : ''),
  };
  return `${intent}:${named[subject.kind]()}`;
}
