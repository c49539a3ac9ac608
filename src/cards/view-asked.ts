/** What a button of a verdict asks for: one crash, or the full report. */
export function viewOf(crash: string | null): { readonly view: 'report' | 'crash'; readonly crash?: string } {
  return crash === null ? { view: 'report' } : { view: 'crash', crash };
}
