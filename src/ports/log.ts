/** Structured log. Fields never hold text of a paste, file addresses or tokens. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  readonly info: (event: string, fields?: LogFields) => void;
  readonly warn: (event: string, fields?: LogFields) => void;
  readonly error: (event: string, fields?: LogFields) => void;
}
