import type { SystemFact } from '../facts.ts';

/** What version strings of Windows hold: `22621.2506.amd64fre.ni_release_svc_prod3.231018-1809`, `10.0.19045.3693`, `7601`. */
export interface BuildNumbers {
  readonly build: number;
  /** Grows with each monthly update. Null where not printed, or printed as 1: the number of the build before any update. */
  readonly revision: number | null;
  /** Day the files were built, ISO; null where the string names none. */
  readonly built: string | null;
}

const NUMBERS = /^(?:\d{1,2}\.\d{1,2}\.)?(?<build>\d{4,5})(?:\.(?<revision>\d{1,5}))?/;
const STAMP = /\.(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})-\d{4}$/;

/** Reads a version string; null where it holds no build number. */
export function buildNumbers(text: string): BuildNumbers | null {
  const { build, revision } = NUMBERS.exec(text.trim())?.groups ?? {};
  if (build === undefined) {
    return null;
  }
  const { year, month, day } = STAMP.exec(text.trim())?.groups ?? {};
  return {
    build: Number(build),
    revision: Number(revision ?? 0) > 1 ? Number(revision) : null,
    // Windows 2000 and later were built in this century or, with 99, a year before it.
    built: year === undefined ? null : `${year >= '90' ? '19' : '20'}${year}-${month}-${day}`,
  };
}

/** The first build number that the paste shows; null for none. */
export function shownBuild(systems: readonly SystemFact[]): number | null {
  const texts = systems.filter(({ name }) => name === 'build' || name === 'build-lab');
  return texts.map(({ value }) => buildNumbers(value)?.build ?? null).find((build) => build !== null) ?? null;
}
