/** Where a sentence of a story stands in the paste; `place` is the line, `3:28` where there are several pastes. */
export interface Cite {
  readonly crash: string;
  readonly place: string;
}

/**
 * One sentence of a story, by what it answers. `what`: what happened. `why`: why this one, or why nobody. `doubt`: what could
 * make it wrong, or which explanations remain. `promise`: what the word of the confidence promises, or which command decides.
 */
export interface StorySentence {
  readonly part: 'what' | 'why' | 'doubt' | 'promise';
  readonly text: string;
  readonly cites: readonly Cite[];
}

/** A verdict in a few sentences, made by rules, each with the lines that it rests on. */
export type Story = readonly StorySentence[];

/** What one crash of a group adds to what is known of the shared cause. */
export interface Contribution {
  readonly crash: string;
  readonly title: string;
  readonly text: string;
  /** The same where it is told already with whom the crash is linked; absent where that is not in it. */
  readonly said?: string;
  readonly cites: readonly Cite[];
}

/** The same with places as another reader counts them. */
export function withPlaces<Told extends { readonly cites: readonly Cite[] }>(
  told: readonly Told[],
  placeOf: (place: string) => string,
): readonly Told[] {
  return told.map((one) => ({ ...one, cites: one.cites.map((cite) => ({ ...cite, place: placeOf(cite.place) })) }));
}
