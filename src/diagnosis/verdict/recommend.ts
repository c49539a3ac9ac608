import type { Text } from '../../language/text.ts';
import { debuggerModule, isCommandWord } from '../names/file-names.ts';
import { appliesTo, isLive } from './applies-to.ts';
import type { Judged } from './judged.ts';
import type { PlaybookRow } from './playbook.ts';
import playbooks from './playbooks.json' with { type: 'json' };
import { vendorFacts } from './vendor-facts.ts';
import type { Recommendation } from './verdict.ts';
import { verifierTargets } from './verifier-targets.ts';

/** More than this at first is read by nobody. */
const MOST = 5;

/** Only a driver's own file is a service; a part that it loads (`.r0`, `.dll`) is none that could be asked, stopped or disabled. */
const OF_A_SERVICE = /^(?:sc\.exe|fltmc) .{0,40}<stem>/;

/** What to do, cheapest and surest first: the order of `playbooks.json`. At most five. */
export function recommend(judged: Judged): Recommendation[] {
  const wanted: ReadonlySet<string> = appliesTo(judged);
  const targets = verifierTargets(judged);
  const isService = judged.verdict.culprit.endsWith('.sys');
  const rows = (playbooks as readonly PlaybookRow[]).filter(
    ({ when, unless = [], commands }) =>
      when.some((condition) => wanted.has(condition)) &&
      !unless.some((condition) => wanted.has(condition)) &&
      (targets.length > 0 || !commands.some((command) => command.includes('<drivers>'))) &&
      (isService || !commands.some((command) => OF_A_SERVICE.test(command))),
  );
  return rows.slice(0, MOST).map((row) => filledIn(row, judged, targets));
}

const STOPS: Text = { en: 'stops', zh: '的蓝屏' };
const RECORDS: Text = {
  en: 'records a fault and goes on running (live dump)',
  zh: '记录的故障（实时转储，系统继续运行）',
};

function filledIn(row: PlaybookRow, judged: Judged, targets: readonly string[]): Recommendation {
  const { crash, knowledge, verdict } = judged;
  const vendor = knowledge.driver(verdict.culprit)?.vendor;
  const facts = vendorFacts(judged);
  const stem = verdict.culprit.replace(/\.\w{1,4}$/, '');
  const happens = isLive(judged) ? RECORDS : STOPS;
  const places = (language: keyof Text): Record<string, string> => ({
    image: verdict.culprit,
    stem,
    module: debuggerModule(verdict.culprit),
    drivers: targets.join(' '),
    code: crash.bugcheck?.code ?? '',
    vendor: vendor ?? (language === 'en' ? 'the vendor' : '该驱动的厂商'),
    facts: facts[language],
    happens: happens[language],
  });
  const both = ({ en, zh }: Text): Text => ({ en: fill(en, places('en')), zh: fill(zh, places('zh')) });
  const mayStand = (command: string) => isCommandWord(stem) || !NAMES_CULPRIT.test(command);
  const commands = (list: readonly string[]) => list.filter(mayStand).map((command) => fill(command, places('en')));
  return {
    id: row.id,
    title: both(row.title),
    text: both(row.text),
    reason: both(row.reason),
    commands: commands(row.commands),
    undo: commands(row.undo),
  };
}

const NAMES_CULPRIT = /<(?:image|stem|module)>/;

const PLACE = /<(?<name>image|stem|module|drivers|code|vendor|facts|happens)>/g;

/** Fills `<name>` places; one that it does not know (`<ComponentID of acmeflt>`) is for the reader to fill in. */
function fill(template: string, places: Readonly<Record<string, string>>): string {
  return template.replace(PLACE, (_, name: string) => places[name] ?? '');
}
