import type { Press } from '../cases/press.ts';
import type { ExecuteAction } from './adaptive-card.ts';

/** A button that says this; what is typed on the card comes along only where it is asked for. */
export function execute(title: string, press: Press, inputs: 'auto' | 'none' = 'none'): ExecuteAction {
  const { verb, ...rest } = press;
  const data: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined) {
      data[name] = value;
    }
  }
  return { type: 'Action.Execute', title, verb, data, associatedInputs: inputs };
}
