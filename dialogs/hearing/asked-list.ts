import type { CaseFilter } from '#src/cases/case-filter.ts';
import { filterOf, markOf } from './case-filters.ts';

/** What opens a question for some cases, and what ends it. */
const ASKED_FIRST = new RegExp(
  `^(?:${[
    ...[
      '(?:list|show|give|get|display|pull up)(?: me| us)?',
      'which',
      'what',
      'any(?:thing|one)?',
      'all',
      'every(?:thing)?',
      'the',
      'cases',
      'tickets',
      'ones',
    ],
    ...[
      'are there',
      'is there',
      'do we have',
      'have we got',
      'that are',
      'are',
      'open',
      'still',
      'find',
      'stuff',
      'who has',
      "who's got",
    ],
  ].join(
    '|',
  )})(?![a-z]) ?|^(?:列出|列一下|列下|查看|看看|看下|看一下|找出|有没有|有哪些|哪些|哪几个|还有|都有|有|所有|全部)(?:(?:案例|案件|工单|单子)(?=\\S))?`,
  'iu',
);
const LAST_EN = [
  'cases',
  'tickets',
  'ones',
  'open',
  'please',
  'are there',
  'is there',
  'do we have',
  'there',
  'stuff',
  'now',
  'case',
];
const LAST_ZH =
  '列一下|列出来|列下|列|都?有哪些|有没有|有吗|有几个|都?有谁|哪些|看看|的|案例|案件|工单|单子|case|吗|呢|了';
const ASKED_LAST = new RegExp(` (?:${LAST_EN.join('|')})$|(?:${LAST_ZH}) ?$`, 'iu');
const MOST_WORDS = 6;

/** `any sev A open?`, `A级的都有哪些`: what is left when the asking is taken off says which. */
export function readAskedList(line: string): CaseFilter | null {
  let rest = line;
  for (let count = 0; count < MOST_WORDS; count++) {
    rest = rest.replace(ASKED_FIRST, '').replace(ASKED_LAST, '').trim();
  }
  if (rest === line.replace(/ (?:now|please)$/iu, '') || rest === '') {
    return null;
  }
  const isLetter = /^[a-c]$/iu.test(rest);
  return (isLetter ? null : filterOf(rest)) ?? markOf(rest);
}
