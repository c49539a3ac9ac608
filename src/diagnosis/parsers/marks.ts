/**
 * Words that show what a section is about: without any of them it is none of a parser's business. Lower case, no line
 * feeds. A parser declares its lists in `marks`; the list itself is the key to ask with (`linesWith(section, MARKS)`).
 */
export type Marks = readonly string[];
