import { HINTS } from '../../cases/case-hints.ts';
import { change, type Wish } from '../case-wish.ts';
import { SET, type Subject } from './verb.ts';

const SEVERITY = '(?:severity|sev|priority|prio|严重级别|严重程度|严重等级|严重性|优先级|级别|等级)';

/** `raise it to A`: without the word a letter may be an article, so a verb of moving must stand there. */
const MOVING_WORDS = [
  ...[
    'rais(?:e|ing|ed)',
    'bump(?:ing|ed)?',
    'lower(?:ing|ed)?',
    'drop(?:ping|ped)?',
    '(?:de-?)?escalat(?:e|ing|ed)',
    'upgrad(?:e|ing|ed)',
  ],
  ...[
    'downgrad(?:e|ing|ed)',
    'reduc(?:e|ing)',
    'go(?:es|ing)?',
    'mov(?:e|ing)',
    'set',
    'change',
    'put',
    'take',
    'bring',
    'treat',
    'mark',
  ],
];
const MOVING = `(?:${MOVING_WORDS.join('|')})`;
const ONLY = '(?:就行|就好|就可以|就够了?|即可|够了?|可以了|吧)';
const MOVING_ZH = '(?:升级|升|提升|提高|提|降级|降低|降|调整|调高|调低|调|改|设|定|换|变更|变)';
const ENOUGH = '(?: ?级)?(?: now| again| right away| asap| instead| please| (?:is )?(?:enough|fine|ok|good))?';

export const SEVERITIES: Subject = {
  verbs: [
    { pattern: new RegExp(`^(?<said>[abc]) ?级(?:别)?${ONLY}?$`, 'i'), wish: severity },
    {
      pattern:
        /^(?:sev(?:erity)? )?(?<said>[abc]) (?:is|will be|should be) (?:fine|enough|ok(?:ay)?|good enough|sufficient)(?: for (?:this|it|now)(?: one| case)?)?$/i,
      wish: severity,
    },
    {
      pattern: new RegExp(
        `^${SEVERITY}(?: (?:should|must|has to|needs to) be)?(?: ?(?:down|up|back))?${SET}(?:sev )?(?<said>[abc])${ENOUGH}$`,
        'i',
      ),
      wish: severity,
    },
    {
      pattern: new RegExp(
        `^(?:${MOVING}(?: (?:it|this one|this|that|the case|the severity|severity|sev|prio))?(?: (?:up|down|back))?|back|down|up) (?:to|as|on|at|in) (?:a )?(?:${SEVERITY} ?)?(?<said>[abc])${ENOUGH}$`,
        'i',
      ),
      wish: severity,
    },
    {
      pattern: new RegExp(
        `^(?:(?:it|this|that) )?(?:is|now|needs to be|should be|has to be|must be|to|as|becomes|going to)(?: now)?(?: an?)? ${SEVERITY} ?(?<said>[abc])${ENOUGH}$`,
        'i',
      ),
      wish: severity,
    },
    {
      pattern: new RegExp(
        `^(?:${SEVERITY})?(?:先|再|给|请)?${MOVING_ZH}(?:为|成|到|至|回|回到|一下到)?(?:最高|最低)? ?(?:${SEVERITY} ?)?级? ?(?<said>[abc]) ?级?(?:就行|就好|即可|就够了|吧|了)?$`,
        'i',
      ),
      wish: severity,
    },
  ],
  asks: { pattern: new RegExp(`^${SEVERITY}`, 'i'), hint: HINTS.severity },
};

function severity(letter: string): Wish | null {
  const upper = letter.toUpperCase();
  return upper === 'A' || upper === 'B' || upper === 'C' ? change({ kind: 'severity-set', severity: upper }) : null;
}
