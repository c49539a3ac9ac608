/** True where the first word of the next line would not have fitted behind this one: a mail was wrapped between them. */
export function leavesNoRoom(text: string, next: string, width: number): boolean {
  const blank = next.indexOf(' ');
  return text.length + 1 + (blank === -1 ? next.length : blank) > width;
}
