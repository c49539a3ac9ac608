import { readFileSync } from 'node:fs';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** A program of its own: the peak of a process counts all that it ever did. Prints the bytes that reading its input took. */
const text = readFileSync(0, 'utf8');
readCrashes([{ source: null, text: text.slice(0, 2000) }]);
const before = process.memoryUsage().rss;
readCrashes([{ source: null, text }]);
process.stdout.write(`${process.resourceUsage().maxRSS * 1024 - before}\n`);
