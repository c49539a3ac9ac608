import type { AttachedDriverFact } from '../facts.ts';
import { isOnFilePath, isOnNetworkPath } from '../knowledge/images.ts';
import type { Look } from '../look.ts';
import { allWalks } from '../views/crash-walks.ts';
import { driverRole } from '../views/driver-role.ts';
import { PRESENT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** What must be on a stack for a filter of that kind to have had the request in its hands. */
const PATHS: Readonly<Partial<Record<AttachedDriverFact['kind'], (image: string) => boolean>>> = {
  'ndis-filter': isOnNetworkPath,
  'fs-filter': isOnFilePath,
};

export const listedFilter: Rule = {
  name: 'listed-filter',
  why: {
    en: 'Every request of that path runs through the filters listed on it; where only one is not from Microsoft, it is worth a look.',
    zh: '该路径上的每个请求都经过所列的筛选器；如果其中只有一个不属于 Microsoft，就值得查看。',
  },
  unless: {
    en: 'It only passed the request on, as filters nearly always do.',
    zh: '它只是转交了请求，筛选器几乎总是如此。',
    says: ['forwarder'],
  },
  weight: 'weak',
  family: 'presence',
  leaves: PRESENT,
  needs: ['attachedDrivers', 'stacks'],
  find,
};

function find(look: Look): Finding[] {
  const onStack = new Set(allWalks(look).flatMap(({ frames }) => frames.map(({ role }) => role?.image ?? '')));
  const findings: Finding[] = [];
  for (const [kind, isOnPath] of Object.entries(PATHS)) {
    const only = [...onStack].some(isOnPath) ? onlyForeign(kind, look) : null;
    if (only) {
      findings.push(only);
    }
  }
  return findings;
}

/** Several filters from outside Windows are as many explanations: then the list says nothing about any of them. */
function onlyForeign(kind: string, look: Look): Finding | null {
  const foreign = new Map<string, AttachedDriverFact>();
  for (const filter of look.facts.attachedDrivers) {
    const role = filter.kind === kind ? driverRole(filter.image ?? filter.name, look) : null;
    // Friendly names ("Acme Packet Filter-0000", the number is that of the instance) name no file.
    const file = filter.image !== null || /^(?!.{0,60}-\d{4}$)[\w-]{2,60}$/.test(filter.name);
    if (role?.role === 'third-party' && file) {
      foreign.set(role.image, filter);
    }
  }
  const [entry] = foreign;
  if (!entry || foreign.size > 1) {
    return null;
  }
  const [image, { command, lines }] = entry;
  return {
    suspect: image,
    for: true,
    lines: [lines],
    text: {
      en: `${command} lists ${image} as the only filter on this path that is not part of Windows: context, no proof.`,
      zh: `${command} 列出的筛选器中，只有 ${image} 不属于 Windows：仅作背景，不是证据。`,
    },
  };
}
