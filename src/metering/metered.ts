import type { Diagnose } from '../ports/diagnoser.ts';
import type { Meter } from '../ports/meter.ts';
import type { Post } from '../ports/post.ts';

/** The same diagnosis, counted. */
export function meteredDiagnose(diagnose: Diagnose, meter: Meter, now = () => performance.now()): Diagnose {
  return async (pastes) => {
    const from = now();
    try {
      const diagnosis = await diagnose(pastes);
      const verdicts = diagnosis.crashes.map(({ judgement: { verdict } }) =>
        verdict.culprit === 'unknown' ? 'unknown' : verdict.confidence,
      );
      meter.diagnosed(pastes.length, verdicts, (now() - from) / 1000);
      return diagnosis;
    } catch (error) {
      meter.diagnosisFailed();
      throw error;
    }
  };
}

/** The same posting, counted; what leaves nothing behind is not. */
export function meteredPost(post: Post, meter: Meter, now = () => performance.now()): Post {
  return async (target, saying, replyTo, key) => {
    const from = now();
    const result = await post(target, saying, replyTo, key);
    if (saying.kind !== 'typing') meter.posted(result, (now() - from) / 1000);
    return result;
  };
}
