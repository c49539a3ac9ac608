import type { BugcheckFact, Facts } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import type { DumpHeading } from './dump-heading.ts';
import { type FormedHeading, formedHeading } from './heading-form.ts';
import type { StopNames } from './told/stop-names.ts';

interface Part extends FormedHeading {
  readonly at: number;
  /** What follows it, up to the next heading of its form, shows a stack, and a stop beside what the heading names. */
  hasStack: boolean;
  hasStop: boolean;
}

/** So far below a heading its stack or its stop begins. */
const REACH = 40;
const STACK =
  /KeBugCheck|Child-?(?:SP|EBP)\b|STACK_TEXT|^\s{0,8}(?:[0-9a-f]{2} )?(?:[0-9a-f`]{8,17}\s{1,8})*[a-z][\w.]{0,40}!\w[\w:~<>@$?]{2,120}(?:\+0x[0-9a-f]{1,8})?\s{0,8}$/i;
const STOP =
  /[A-Z]{3,}_[A-Z_]{3,60} ?\((?:0x)?[0-9a-f]{1,8}\)|\bbug ?check(?: code)?\W{1,4}(?:0x)?[0-9a-f]{1,8}\b|\bBUGCHECK_CODE:/i;
const SIGN = /[!(]|KeBug|Child|STACK|bug ?check/i;
/** One heading is of a text, two part it. */
const FEWEST = 2;

/**
 * The headings of one form that part a text into dumps: "4 March", "6 March"; "## 0x3B", "## 0xD1"; "**Monday**". They do
 * where the same kind of output follows two of them, which the words of the headings tell apart; a report on one dump has a
 * stop below one of its headings and the stack below the next. A heading owns what follows it, and the stop that it names is
 * of that dump, with a stack or without one.
 */
export function headedDumps(lines: readonly Line[], names: StopNames): ReadonlyMap<number, DumpHeading> {
  const forms = partsByForm(lines, names);
  const parting = [...forms.values()].filter(partsDumps);
  // Headings within a part have a form of their own: the outermost one begins first.
  const [outermost] = parting.toSorted((a, b) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0));
  return new Map((outermost ?? []).map(({ at, stop }) => [at, { label: null, stop }]));
}

function partsByForm(lines: readonly Line[], names: StopNames): ReadonlyMap<string, Part[]> {
  const forms = new Map<string, Part[]>();
  const known = new Set<string>();
  let open: Part[] = [];
  for (const [at, line] of lines.entries()) {
    const heading = formedHeading(line, names);
    if (heading === null) {
      if (open.length > 0 && SIGN.test(line.text)) {
        look(open, at, line.text.slice(0, LONGEST_ROW));
      }
      continue;
    }
    const id = `${heading.form} ${heading.key}`;
    open = open.filter((one) => one.form !== heading.form && at - one.at <= REACH);
    // The same day and stop again: the heading goes on about that dump.
    if (!known.has(id)) {
      const part: Part = { ...heading, at, hasStack: false, hasStop: heading.stop !== null };
      open.push(part);
      const others = forms.get(heading.form) ?? [];
      others.push(part);
      forms.set(heading.form, others);
      known.add(id);
    }
  }
  return forms;
}

const LONGEST_ROW = 200;

function look(open: readonly Part[], at: number, text: string): void {
  const [isStack, isStop] = [STACK.test(text), STOP.test(text)];
  for (const part of isStack || isStop ? open : []) {
    const isNear = at - part.at <= REACH;
    part.hasStack ||= isNear && isStack;
    part.hasStop ||= isNear && isStop;
  }
}

function partsDumps(parts: readonly Part[]): boolean {
  const shown = parts.filter(({ hasStack, hasStop }) => hasStack || hasStop);
  const stacks = shown.filter(({ hasStack }) => hasStack).length;
  const stops = shown.filter(({ hasStop }) => hasStop).length;
  return stacks > 0 && (stacks >= FEWEST || stops >= FEWEST);
}

/** The stop that a heading names: told of a machine where no stack below it shows one that stopped. */
export function stopOfHeading(heading: DumpHeading | null, { stacks }: Facts): readonly BugcheckFact[] {
  const stop = heading?.stop ?? null;
  if (stop === null) {
    return [];
  }
  const { told, apart, ...spoken } = stop;
  return stacks.length > 0 ? [spoken] : [stop];
}
