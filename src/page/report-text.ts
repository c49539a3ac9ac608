import type { Paste } from '../diagnosis/crash.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Language } from '../language/text.ts';
import { buildReply } from '../reply/build-reply.ts';
import { drawReply } from '../terminal/draw-reply.ts';
import type { Paint } from '../terminal/paint.ts';

const same = (text: string) => text;
const PLAIN: Paint = { heading: same, strong: same, dim: same, code: same };

/** As wide as a mail is read in most programs. */
const WIDTH = 100;

/** Everything that is said of a paste, as text to copy. */
export function reportText(diagnosis: Diagnosis, pastes: readonly Paste[], language: Language): string {
  return drawReply(buildReply(diagnosis, pastes, language), { width: WIDTH, paint: PLAIN });
}
