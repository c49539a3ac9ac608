import { type Look, view } from '../look.ts';
import { type Bystander, bystanders } from './bystanders.ts';
import { crashWalk } from './crash-walks.ts';
import { showsFault } from './shows-fault.ts';

/** Drivers that stand on the stack of the crash as bystanders, and nowhere else on it; by image. */
export const mereBystanders = view((look: Look): ReadonlyMap<string, Bystander> => {
  const walk = crashWalk(look);
  if (!walk || !showsFault(walk, look)) {
    return new Map();
  }
  const found = bystanders(walk.frames);
  const standing = new Set(found.flatMap(({ frames }) => frames));
  const acting = new Set(walk.frames.filter((walked) => !standing.has(walked)).map(({ role }) => role?.image));
  return new Map(found.filter(({ image }) => !acting.has(image)).map((one) => [one.image, one]));
});
