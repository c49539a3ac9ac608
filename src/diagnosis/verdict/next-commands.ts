import type { Judged } from './judged.ts';
import type { NextCommand } from './verdict.ts';

export function nextCommands(_judged: Judged): NextCommand[] {
  return [];
}
