/** Chat clients make pictures of character pairs that debugger output is full of (`d:\`, `(8)`, `:D`). */
const PAIRS: Readonly<Record<string, string>> = {
  '🙂': ':)',
  '😊': ':)',
  '😃': ':D',
  '😀': ':D',
  '😄': ':D',
  '😁': ':D',
  '😉': ';)',
  '😛': ':P',
  '😜': ':P',
  '😎': '8)',
  '🙁': ':(',
  '☹': ':(',
  '😞': ':(',
  '😐': ':|',
  '😕': ':/',
  '😮': ':O',
  '😲': ':O',
  '❤': '<3',
};
const EMOJI = new RegExp(`(?:${Object.keys(PAIRS).join('|')})\\ufe0f?`, 'gu');
const HAS_EMOJI = /[\u2600-\u27bf\ud83d\ud83e]/;

export function restoreEmoji(text: string): string {
  return HAS_EMOJI.test(text) ? text.replace(EMOJI, (found) => PAIRS[found.replace('\ufe0f', '')] ?? found) : text;
}
