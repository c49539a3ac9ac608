/** A verdict in a few sentences, in the language of the reply. */
export interface Explanation {
  readonly text: string;
  /** Who worded it: a card says so. */
  readonly by: 'template' | 'model';
}
