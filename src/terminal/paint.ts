import { styleText } from 'node:util';

type Brush = (text: string) => string;

export interface Paint {
  readonly heading: Brush;
  readonly strong: Brush;
  readonly dim: Brush;
  readonly code: Brush;
}

const plain: Brush = (text) => text;

/** Colours for a terminal; plain text where the output is a pipe or a file, or NO_COLOR is set. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  if (!stream.isTTY) {
    return { heading: plain, strong: plain, dim: plain, code: plain };
  }
  return {
    heading: (text) => styleText(['bold', 'cyan'], text, { stream }),
    strong: (text) => styleText('bold', text, { stream }),
    dim: (text) => styleText('dim', text, { stream }),
    code: (text) => styleText('green', text, { stream }),
  };
}
