import type { Text } from '../../language/text.ts';
import { debuggerModule, isCommandWord } from '../names/file-names.ts';
import type { Judged } from '../verdict/judged.ts';
import type { NextCommand, Recommendation } from '../verdict/verdict.ts';
import { isLive } from '../views/live-dump.ts';
import { showsModuleRecord } from '../views/module-record.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { namedImage } from './named-image.ts';
import { forWindows, wayBack } from './older-windows.ts';
import { recordedPciId } from './recorded-parts.ts';
import { shownFilter, shownService } from './shown-device.ts';
import { shownValues } from './shown-values.ts';
import type { StepRow } from './step-row.ts';
import { vendorFacts } from './vendor-facts.ts';

const STOPS: Text = { en: 'stops', zh: '发生蓝屏' };
const RECORDS: Text = {
  en: 'records a fault and goes on running (live dump)',
  zh: '记录到一次故障（实时转储，系统继续运行）',
};
const NO_CAUSES: Text = { en: '', zh: '' };

/** Writes a step for this crash: its places filled in, and without the commands that the paste answers. */
export function stepWriter(judged: Judged, next: readonly NextCommand[], targets: readonly string[]) {
  const places = placesOf(judged, next, targets);
  const image = namedImage(judged);
  const mayStand = (command: string) => isCommandWord(image) || !NAMES_CULPRIT.test(command);
  const answered = new Set(answeredBy(judged));
  const onThisWindows = forWindows(judged.facts);
  const commands = (list: readonly string[]) =>
    [...new Set(list.flatMap(onThisWindows))]
      .filter(mayStand)
      .map((command) => fill(command, places.en))
      .filter((command) => command !== '' && !answered.has(command));
  return (row: StepRow): Recommendation => {
    const both = ({ en, zh }: Text): Text => ({ en: fill(en, places.en), zh: fill(zh, places.zh) });
    return {
      id: row.id,
      title: both(row.title),
      text: both(row.text),
      reason: both(row.reason),
      commands: commands(row.commands),
      undo: commands(row.undo),
    };
  };
}

type Places = Readonly<Record<string, string>>;

function placesOf(
  judged: Judged,
  next: readonly NextCommand[],
  targets: readonly string[],
): Record<keyof Text, Places> {
  const { crash, knowledge, verdict } = judged;
  const image = namedImage(judged);
  const vendor = knowledge.driver(verdict.culprit)?.vendor;
  const facts = vendorFacts(judged);
  const code = stopCodeOf(crash);
  const causes = (code && knowledge.causes(code, crash.bugcheck?.args ?? [])) || NO_CAUSES;
  const happens = isLive(judged) ? RECORDS : STOPS;
  const service = shownService(judged) ?? '<ServiceName>';
  const shown = printed(shownValues(judged));
  const pci = recordedPciId(judged.facts);
  const back = wayBack(judged.facts);
  const same = {
    ...shown,
    image,
    module: debuggerModule(image),
    drivers: targets.join(' '),
    code: code ?? '',
    decides: next[0]?.command ?? '',
    device: shown.InstanceId ?? '',
    ServiceName: service,
    FilterName: shownFilter(judged) ?? shownService(judged) ?? '<FilterName>',
    VendorId: pci?.vendor ?? '<VendorId>',
    DeviceId: pci?.device ?? '<DeviceId>',
  };
  return {
    en: {
      ...same,
      vendor: vendor ?? `the maker of ${image}`,
      facts: facts.en,
      causes: causes.en,
      happens: happens.en,
      wayBack: back.en,
    },
    // Behind a Chinese character a Latin name needs a blank.
    zh: {
      ...same,
      vendor: (vendor ?? `${image} 的厂商`).replace(/^(?=\w)/, ' '),
      facts: facts.zh,
      causes: causes.zh,
      happens: happens.zh,
      wayBack: back.zh,
    },
  };
}

/** Only what the paste holds fills a place. */
function printed(values: Readonly<Record<string, string | null>>): Places {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The record of the module is in the paste already. */
function answeredBy(judged: Judged): string[] {
  const image = namedImage(judged);
  return showsModuleRecord(judged, image) ? [`lmvm ${debuggerModule(image)}`] : [];
}

const NAMES_CULPRIT = /<(?:image|module)>/;

const PLACE = /<(?<name>\w{4,16})>/g;

/** Fills `<name>` places; one that the paste does not tell (`<ComponentID>`) is for the reader to fill in. */
function fill(template: string, places: Places): string {
  return template.replace(PLACE, (whole, name: string) => places[name] ?? whole);
}
