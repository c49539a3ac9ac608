import { type Look, view } from '../look.ts';
import { driverRole } from './driver-role.ts';
import { faultSite } from './fault-site.ts';
import { stopCodeOf } from './stop-code-of.ts';

/** A checksum that differs is noticed of modules that the crash never touched. */
const LOADED = /Unable to load image|verify timestamp|symbols could not be loaded/i;

/**
 * The one driver from outside Windows for which the analysis looked for symbols, where the paste ends before the stack and
 * before any verdict of the debugger: it loads symbols for what the crash touches. Null where a stack or a name would say
 * more, where several were touched, and where the stop is about the machine.
 */
export const onlyTouched = view((look: Look): string | null => {
  const { crash, facts, knowledge } = look;
  const header = crash.bugcheck;
  const code = stopCodeOf(crash);
  const row = code ? knowledge.bugcheck(code) : null;
  const isShown =
    facts.stacks.length > 0 ||
    crash.symbol !== null ||
    crash.module !== null ||
    crash.image !== null ||
    faultSite(look);
  // Whose code an address of the stop lies in can be looked up: there the driver that was touched may be any on the stack.
  const hasPlace = knowledge.argument(code, 'instruction') !== null || knowledge.has(code, 'executed-data');
  // Of a time that ran out, or a rule that was broken, it touches whatever ran or is watched.
  const isOther = knowledge.has(code, 'time-ran-out') || knowledge.has(code, 'verifier');
  if (
    hasPlace ||
    isOther ||
    header?.origin !== 'analyze-header' ||
    row === null ||
    row.leaning === 'hardware' ||
    isShown
  ) {
    return null;
  }
  const foreign = facts.namedDrivers.flatMap(({ by, context, image, lines }) => {
    const role = by === 'unable-to-load' && !LOADED.test(context) ? null : driverRole(image, look);
    return role?.role === 'third-party' ? [{ by, image: role.image, lines }] : [];
  });
  const [first] = foreign;
  const isAlone = foreign.every(
    ({ by, image, lines }) => by === 'unable-to-load' && image === first?.image && lines[0] > header.lines[1],
  );
  // Whoever writes of another driver knows of something that the paste does not show.
  const isDisputed = facts.toldDrivers.some(({ image }) => driverRole(image, look)?.image !== first?.image);
  return first && isAlone && !isDisputed ? first.image : null;
});
