/**
 * Compares dotted numbers part by part, as far as the bound goes: 5.1.84.999 equals the bound 5.1.84.
 * Negative, zero or positive like a sort function.
 */
export function compareVersions(version: string, bound: string): number {
  const parts = version.split('.').map(Number);
  for (const [index, part] of bound.split('.').map(Number).entries()) {
    const difference = (parts[index] ?? 0) - part;
    if (difference !== 0) {
      return difference;
    }
  }
  return 0;
}
