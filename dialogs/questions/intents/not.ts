import { look } from '#src/diagnosis/look.ts';
import { isCommandWord } from '#src/diagnosis/names/file-names.ts';
import type { Rival } from '#src/diagnosis/rules/rule.ts';
import { driverRole } from '#src/diagnosis/views/driver-role.ts';
import type { Text } from '#src/language/text.ts';
import { kindOfRival } from '#src/reply/rival-words.ts';
import { suspectLabel } from '#src/reply/words.ts';
import type { Party, Subject } from '../asked.ts';
import {
  type AnswerPart,
  accused,
  type Claim,
  claimAt,
  evidenceClaims,
  evidenceOf,
  type On,
  type One,
  part,
  plain,
} from '../on.ts';
import { namings } from '../seen.ts';
import { HEADINGS, isSuspected, NO_OF_KIND, neverSeen, nothingSays, onlySeen } from '../words.ts';
import { byThemselves } from '../words-on-crashes.ts';
import { placeClaims } from './line.ts';

const MOST_EACH = 3;
const MOST_OF_KIND = 3;

/** Why not somebody else: what speaks against them and for them, or that they are not seen at all. */
export function notThem(on: On): AnswerPart[] {
  const { subject } = on.asked;
  if (subject?.kind === 'party') {
    return notParty(on, subject.party);
  }
  return subject?.kind === 'driver' ? notDriver(on, subject) : [];
}

function notDriver(on: On, { image, said }: Extract<Subject, { kind: 'driver' }>): AnswerPart[] {
  const { say } = on;
  const { culprit } = accused(on);
  const about = judged(on, image);
  if (image === culprit) {
    return [...part([plain(say(isSuspected(culprit)))]), ...about];
  }
  if (about.length > 0) {
    return [...about, ...rather(on, culprit)];
  }
  const places = placeClaims(on, image);
  if (places.length > 0) {
    return [
      ...part([plain(say(onlySeen(image)))]),
      ...part(places.slice(0, MOST_EACH), say(HEADINGS.inPaste)),
      ...rather(on, culprit),
    ];
  }
  const stem = image.replace(/\.\w{1,4}$/, '');
  const commands = isCommandWord(stem) ? [`lmvm ${stem}`] : [];
  return [{ claims: [plain(say(neverSeen(said)))], commands }, ...rather(on, culprit)];
}

/** What the evidence says of somebody: against them first, for that is what was asked. */
function judged(on: On, suspect: string): AnswerPart[] {
  const about = evidenceOf(on).filter(({ evidence }) => evidence.suspect === suspect);
  const [against, speaksFor] = [
    about.filter(({ evidence }) => !evidence.for),
    about.filter(({ evidence }) => evidence.for),
  ];
  const name = on.say(suspectLabel(suspect));
  return [
    ...part(evidenceClaims(on, against, MOST_EACH), `${name} – ${on.say(HEADINGS.speaksAgainst)}`),
    ...part(evidenceClaims(on, speaksFor, MOST_EACH), `${name} – ${on.say(HEADINGS.speaksFor)}`),
  ];
}

/** Whom the evidence points to, with the surest of it. */
function rather(on: On, culprit: string): AnswerPart[] {
  const { say } = on;
  const { sentence } = accused(on);
  const found = evidenceOf(on).filter(({ evidence }) => evidence.for && evidence.suspect === culprit);
  return part([plain(sentence), ...evidenceClaims(on, found, 1)], say(HEADINGS.rather));
}

const RIVAL_OF: Readonly<Partial<Record<Party, Rival>>> = { hardware: 'hardware', os: 'windows' };

function notParty(on: On, party: Party): AnswerPart[] {
  const rival = RIVAL_OF[party];
  return rival === undefined ? notKind(on, party) : notRival(on, party, rival);
}

/** Hardware and Windows are explanations besides being suspects. */
function notRival(on: On, party: Party, rival: Rival): AnswerPart[] {
  const { say } = on;
  const { culprit } = accused(on);
  const about = judged(on, party);
  const out = on.crashes.flatMap((one): Claim[] =>
    one.diagnosed.judgement.excluded
      .filter((each) => each.rival === rival)
      .map(({ because, lines }) => claimAt(on, one, because, lines)),
  );
  const told = new Set(
    about.flatMap(({ claims = [] }) => claims.flatMap(({ quotes }) => quotes.map(({ place }) => place))),
  );
  const isTold = ({ quotes }: Claim) => quotes.length > 0 && quotes.every(({ place }) => told.has(place));
  const distinct = out.filter((claim, at) => !isTold(claim) && out.findIndex(({ text }) => text === claim.text) === at);
  const left = on.crashes.filter(({ diagnosed }) => diagnosed.judgement.remaining.some((each) => each.rival === rival));
  const isOut = about.length > 0 || distinct.length > 0;
  const parts = [
    ...(party === culprit ? part([plain(say(isSuspected(culprit)))]) : []),
    ...part(distinct.slice(0, MOST_EACH), say(HEADINGS.out)),
    ...about,
    ...(left.length > 0 ? part([plain(say(stillPossible(rival, isOut ? left : [])))], say(HEADINGS.left)) : []),
  ];
  const said = parts.length > 0 ? parts : part([plain(say(nothingSays(say(kindOfRival(rival)))))]);
  return party === culprit ? said : [...said, ...rather(on, culprit)];
}

/** One crash may leave open what another one rules out. */
function stillPossible(rival: Rival, left: readonly One[]): Text {
  const name = kindOfRival(rival);
  const ids = left.map(({ reply }) => reply.id);
  return ids.length === 0 ? name : byThemselves(ids, name);
}

/** A kind of product: the drivers of it that are there, one by one. */
function notKind(on: On, party: Party): AnswerPart[] {
  const images = new Set(
    on.crashes.flatMap(({ diagnosed: { crash } }) => {
      const own = look(crash, on.knowledge);
      return namings(crash).flatMap(({ said }) => {
        const role = driverRole(said, own);
        return role?.driver?.kind === party ? [role.image] : [];
      });
    }),
  );
  const { culprit } = accused(on);
  if (images.size === 0) {
    return [...part([plain(on.say(NO_OF_KIND))]), ...rather(on, culprit)];
  }
  const parts = [...images].slice(0, MOST_OF_KIND).flatMap((image) => {
    const about = judged(on, image);
    return about.length > 0 ? about : part(placeClaims(on, image).slice(0, 1), on.say(onlySeen(image)));
  });
  return images.has(culprit) ? parts : [...parts, ...rather(on, culprit)];
}
