/** Words as people type them in a hurry, and as they are spelt: phrases and vocabulary know these. */
const SPELT: Readonly<Record<string, string>> = {
  ...{ y: 'why', u: 'you', ur: 'your', r: 'are', n: 'and', cuz: 'because', coz: 'because', b4: 'before' },
  ...{
    wat: 'what',
    wht: 'what',
    waht: 'what',
    wich: 'which',
    wdym: 'what do you mean',
    wanna: 'want to',
    whats: "what's",
    hows: "how's",
    whys: "why's",
    wheres: "where's",
  },
  ...{
    whos: "who's",
    thats: "that's",
    isnt: "isn't",
    arent: "aren't",
    wasnt: "wasn't",
    dont: "don't",
    doesnt: "doesn't",
  },
  ...{ didnt: "didn't", cant: "can't", couldnt: "couldn't", wont: "won't", wouldnt: "wouldn't", shouldnt: "shouldn't" },
  ...{ youre: "you're", theyre: "they're", im: "i'm", pls: 'please', plz: 'please', tho: 'though', hw: 'hardware' },
  ...{ cust: 'customer', custs: 'customers', nr: 'number', smth: 'something', shoud: 'should', coud: 'could' },
};
const WORD = /(?<![\p{L}\p{N}_.!/\\'-])[a-z][a-z0-9]{0,7}(?![\p{L}\p{N}_.!/\\'-])/giu;

/** An English question with its hurried words spelt out. */
export function spelt(text: string): string {
  return text.replace(WORD, (word) => SPELT[word.toLowerCase()] ?? word);
}
