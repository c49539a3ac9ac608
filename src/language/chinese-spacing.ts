/** A name within Chinese prose: a blank stands between Han and Latin characters, and none at an end that is Han. */
export function spaced(name: string): string {
  return name.replace(/^(?=\w)/, ' ').replace(/(?<=\w)$/, ' ');
}
