/** The message as a command: trimmed, lower case, without closing punctuation. */
export function command(text: string): string {
  return text
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/[!?.,。！？，~～]{1,10}$/u, '')
    .trim();
}
