import type { Facts } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { cutNames } from '../../names/cut-names.ts';
import { mergeFacts } from '../../parsers/index.ts';
import { sentencesOf } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { toldDrivers } from './told-drivers.ts';
import { toldStops } from './told-stops.ts';

/** What people say in a text, beside all that is printed in it: stops and drivers, each with its sentence. */
export function readTold(lines: readonly Line[], names: StopNames): Facts {
  const sentences = sentencesOf(lines);
  return cutNames(mergeFacts([{ bugchecks: toldStops(sentences, names), toldDrivers: toldDrivers(sentences) }]));
}
