import type { DiagnoseFor } from '../ports/diagnoser.ts';
import type { Meter } from '../ports/meter.ts';
import type { Post } from '../ports/post.ts';

/** The same diagnosis, counted. */
export function meteredDiagnose(diagnoseFor: DiagnoseFor, meter: Meter, now = () => performance.now()): DiagnoseFor {
  return (asker) => async (pastes) => {
    const from = now();
    try {
      const diagnosis = await diagnoseFor(asker)(pastes);
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
    if (saying.kind !== 'typing') {
      meter.posted(result, (now() - from) / 1000);
    }
    return result;
  };
}
