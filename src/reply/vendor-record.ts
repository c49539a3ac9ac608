import type { DiagnosedCrash, Diagnosis } from '../diagnosis/diagnosis.ts';
import type { DamageFact, ModuleFact, TagOwnerFact } from '../diagnosis/facts.ts';
import type { Knowledge } from '../diagnosis/knowledge/knowledge.ts';
import type { Family } from '../diagnosis/rules/rule.ts';
import { COMMA, inEach, joined } from '../language/joined.ts';
import { sayIn } from '../language/say.ts';
import type { Text } from '../language/text.ts';
import { bugcheckTitle } from './bugcheck-title.ts';

/** All that the dumps of a case say of one driver, for its maker. */
export interface VendorRecord {
  readonly image: string;
  readonly vendor: string | null;
  /** What the debugger prints of the file, each build once. */
  readonly builds: readonly Text[];
  readonly dumps: readonly { readonly id: string; readonly facts: readonly Text[] }[];
}

const MOST_FINDINGS = 4;
/** Who is there at all, and what people say, its maker can do nothing with; what the file says of itself is told once. */
const SAYS_LITTLE: readonly Family[] = ['presence', 'told', 'module'];

/** The record of a driver, of the dumps that are linked with it; damaged values are marked, for they may mislead its maker. */
export function vendorRecord(
  image: string,
  { crashes }: Pick<Diagnosis, 'crashes'>,
  ids: readonly string[],
  knowledge: Knowledge,
): VendorRecord {
  const linked = crashes.filter(({ crash }) => ids.includes(crash.id));
  return {
    image,
    vendor: knowledge.driver(image)?.vendor ?? null,
    builds: builds(image, linked),
    dumps: linked.map((diagnosed) => ({
      id: diagnosed.crash.id,
      facts: [...stop(diagnosed), ...windows(diagnosed), ...findings(image, diagnosed)],
    })),
  };
}

function stop(diagnosed: DiagnosedCrash): Text[] {
  const { bugcheck, facts } = diagnosed.crash;
  if (!bugcheck) {
    return [];
  }
  const args = bugcheck.args.map((value, at) => marked(value, facts.damages, `Arg${at + 1}`));
  return [
    inEach((language) => {
      const list = args.map((value) => value[language]).join(', ');
      const title = bugcheckTitle(diagnosed, sayIn(language));
      const end = { en: '.', zh: '。' }[language];
      const start = { en: 'Stop code', zh: '停止代码' }[language];
      return `${start} ${title}${list === '' ? '' : ` (${list})`}${end}`;
    }),
  ];
}

function marked(value: string | null, damages: readonly DamageFact[], what: string): Text {
  const damage = damages.find((other) => other.what === what && other.asRead === value);
  if (value === null || !damage) {
    return { en: value ?? '?', zh: value ?? '?' };
  }
  return {
    en: `${value} [damaged when copied${damage.likely ? `; likely ${damage.likely}` : ''}]`,
    zh: `${value} [复制时已损坏${damage.likely ? `，可能的原值为 ${damage.likely}` : ''}]`,
  };
}

function windows({ windows: version }: DiagnosedCrash): Text[] {
  return version ? [{ en: `${version.en}.`, zh: `${version.zh}。` }] : [];
}

/** The best of each kind, strongest first. */
function findings(image: string, { judgement: { suspects } }: DiagnosedCrash): Text[] {
  const best = new Map<string, Text>();
  for (const { family, text, for: isFor } of suspects.find(({ driver }) => driver === image)?.evidence ?? []) {
    if (isFor && !best.has(family) && !SAYS_LITTLE.includes(family)) {
      best.set(family, text);
    }
  }
  return [...best.values()].slice(0, MOST_FINDINGS);
}

type Build = Pick<ModuleFact, 'version' | 'timestamp' | 'checksum' | 'size' | 'path' | 'detailed'>;

/** One dump may print the date and another the checksum of the same build: told apart by the date alone. */
function builds(image: string, crashes: readonly DiagnosedCrash[]): Text[] {
  const found = crashes.flatMap(({ crash: { facts } }) => [
    ...facts.modules.filter((module) => isOf(image, module)),
    ...facts.tagOwners.filter((owner) => owner.image.toLowerCase() === image).map(asRecord),
  ]);
  const dated = new Map<string, Build>();
  for (const record of found) {
    const key = minute(record.timestamp);
    dated.set(key, merged(dated.get(key), record));
  }
  const undated = dated.get('');
  const rows = [...dated].filter(([key]) => key !== '').map(([, record]) => record);
  if (rows.length === 1 && undated) {
    return [recordText(merged(rows[0], undated))];
  }
  return [...rows, ...(undated ? [undated] : [])].flatMap((record) => (isEmpty(record) ? [] : [recordText(record)]));
}

function isOf(image: string, { image: file, name }: ModuleFact): boolean {
  return file === null ? name.toLowerCase() === image.replace(/\.\w{1,4}$/, '') : file.toLowerCase() === image;
}

function asRecord({ timestamp, version, path }: TagOwnerFact): Build {
  return {
    timestamp,
    version: isNoVersion(version) ? null : version,
    path,
    checksum: null,
    size: null,
    detailed: false,
  };
}

function isNoVersion(version: string | null): boolean {
  return version === null || /^[0.]{1,20}$/.test(version);
}

function minute(timestamp: string | null): string {
  return timestamp?.slice(0, 16) ?? '';
}

function merged(one: Build | undefined, other: Build): Build {
  return {
    version: one?.version ?? other.version,
    timestamp: one?.timestamp ?? other.timestamp,
    checksum: one?.checksum ?? other.checksum,
    size: one?.size ?? other.size,
    path: one?.path ?? other.path,
    detailed: (one?.detailed ?? false) || other.detailed,
  };
}

function isEmpty({ version, timestamp, checksum }: Build): boolean {
  return version === null && timestamp === null && checksum === null;
}

function recordText({ version, timestamp, checksum, size, path, detailed }: Build): Text {
  const parts: Text[] = [];
  if (version !== null) {
    parts.push({ en: `version ${version}`, zh: `版本 ${version}` });
  } else if (detailed) {
    parts.push({ en: 'no version number', zh: '无版本号' });
  }
  if (timestamp !== null) {
    const built = timestamp.replace(/^(?<day>[\d-]{10})T(?<time>[\d:]{5,8})(?:\.\d{1,9})?Z$/, '$<day> $<time> UTC');
    parts.push({ en: `built ${built}`, zh: `构建时间 ${built}` });
  }
  if (checksum !== null) {
    parts.push({ en: `checksum ${checksum}`, zh: `校验和 ${checksum}` });
  }
  if (size !== null) {
    parts.push({ en: `image size ${size}`, zh: `映像大小 ${size}` });
  }
  if (path !== null) {
    parts.push({ en: path, zh: path });
  }
  return joined(parts, COMMA);
}
