/** Hardware and Windows itself are too broad to be one cause, and `unknown` is none. */
export function isDriver(culprit: string): boolean {
  return culprit !== 'unknown' && culprit !== 'hardware' && culprit !== 'os';
}
