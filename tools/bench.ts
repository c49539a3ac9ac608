import { readdirSync, readFileSync } from 'node:fs';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { runCommand } from '#src/terminal/run-command.ts';
import { benchDigests } from './bench/bench-digests.ts';
import { benchMemory } from './bench/bench-memory.ts';
import { benchStarts } from './bench/bench-starts.ts';

const USAGE = `Usage: npm run bench
Measures what this program takes against something that is run beside it, and prints the ratios with their targets: an
absolute time means nothing on a noisy machine. Each is the best of several runs. Takes some minutes.`;

const ROOT = new URL('../test/crashes/', import.meta.url);
const MEGABYTE = 1_000_000;
/** The first runs are those of a program that is still being compiled. */
const RUNS = 20;

const shapes = readdirSync(ROOT).map((name) => readFileSync(new URL(`${name}/paste.txt`, ROOT), 'utf8'));

await runCommand({ name: 'bench', usage: USAGE, config: {}, run: bench });

async function bench(): Promise<number> {
  const one = mixOf(MEGABYTE);
  const eight = mixOf(8 * MEGABYTE - 1);
  const [splitOne, readOne] = bestOf(
    () => one.split(/\r\n|\r|\n/).length,
    () => readCrashes([{ source: null, text: one }]).crashes.length,
  );
  const readEight = best(() => readCrashes([{ source: null, text: eight }]).crashes.length, 3);
  print('reading 1 MB / splitting it into lines', readOne / splitOne, 8);
  print('reading 8 MB / reading 1 MB', readEight / readOne, 9);
  print('peak memory of reading 8 MB / its size', benchMemory(eight), null);

  const starts = benchStarts();
  print('triage of a small paste / an empty start', starts.triage, null);
  print('all of the knowledge / an empty start', starts.knowledge, 2);

  const digests = await benchDigests(150, 40);
  print('digests / plain HTTP posts, a second', digests.ratio, null);
  print('digests to one tenant in the busiest second', digests.busiestSecond, 14);
  return 0;
}

/** Our own recorded shapes, over and over; addresses are varied so that no dump merges with another. */
function mixOf(size: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let round = 0; length < size; round++) {
    const shape = shapes[round % shapes.length] ?? '';
    const part = shape.replace(
      /(?<=ffff)[0-9a-f]{4}/g,
      (digits) => `${((Number.parseInt(digits, 16) + round) % 0xffff).toString(16).padStart(4, '0')}`,
    );
    parts.push(part);
    length += part.length + 1;
  }
  return parts.join('\n').slice(0, size);
}

/** The best of both, run in turn: a busy moment of the machine meets the one as well as the other. */
function bestOf(first: () => number, second: () => number): [number, number] {
  let [one, other] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let run = 0; run < RUNS; run++) {
    one = Math.min(one, best(first, 1));
    other = Math.min(other, best(second, 1));
  }
  return [one, other];
}

function best(run: () => number, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < runs; index++) {
    const from = performance.now();
    if (run() < 0) {
      throw new Error('unreachable: keeps the result alive');
    }
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

function print(what: string, ratio: number, target: number | null): void {
  const goal = target === null ? '' : `  (target: at most ${target})`;
  process.stdout.write(`${what.padEnd(45)} ${ratio.toFixed(2)}${goal}\n`);
}
