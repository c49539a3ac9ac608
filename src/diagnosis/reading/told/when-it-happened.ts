import { tellsTime } from './meanings.ts';

/** When it happened, and how often: a verb alone stands in any sentence about stops. */
const WHEN = new RegExp(
  [
    '\\b(?:again|since|after(?! all)|whenever|during|got|getting|gets)\\b',
    '\\b(?:every|each) (?:day|morning|evening|night|hour|time|few|\\d)|\\b(?:today|yesterday|tonight)\\b',
    '\\b(?:last|this) (?:night|week|morning|month)\\b|\\bon (?:boot|start-?up|shutdown|wake|resume)\\b',
    '\\b(?:once|twice|\\d{1,2} ?(?:x|times)) (?:an?|per) (?:day|week|month|hour|night)\\b',
    '\\bunder (?:heavy )?(?:load|stress)\\b|\\b(?:second|third|fourth|\\dth|2nd|3rd) time\\b',
    '\\b(?:boot|restart|reboot) ?loops?\\b|"? loop\\b',
  ].join('|'),
  'i',
);

/** What a line of a chat says beside the name of a stop, instead of a word for the screen. */
export function tellsWhen(text: string): boolean {
  return WHEN.test(text) || tellsTime(text);
}
