import type { Warning } from '../diagnosis.ts';
import type { ParserFailure } from '../parsers/index.ts';

/** Says that a parser broke: what it would have read is missing, and silence would look like a complete answer. */
export function unreadWarning({ command, lines: [from, to] }: ParserFailure): Warning {
  return {
    text: {
      en: `Part of the paste (lines ${from}-${to}) could not be read by the parser of ${command}; what it would say is missing here.`,
      zh: `粘贴内容的一部分（第 ${from}-${to} 行）无法由 ${command} 的解析器读取，其中的信息未计入。`,
    },
    crash: null,
    line: from,
  };
}
