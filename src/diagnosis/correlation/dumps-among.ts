import { components } from './components.ts';
import type { NamedLink, SeenCrash } from './link.ts';

/** The dumps that crashes are views of, each with all its views; a crash that nothing ties to another is a dump of its own. */
export function dumpsAmong(crashes: readonly SeenCrash[], links: readonly NamedLink[]): SeenCrash[][] {
  const views = links.filter(({ rule }) => rule.isOfOneDump);
  return components(crashes, views, 1);
}
