import { randomUUID } from 'node:crypto';
import { factText } from '../conversations/answer-text.ts';
import { anActivity, type Json } from './an-activity.ts';

/** A button pressed on a card, as Teams posts it. */
export function anAction(serviceUrl: string, verb: string, data: Json, changes: Json = {}): Json {
  const action = { type: 'Action.Execute', title: 'x', verb, data };
  const invoke = { type: 'invoke', name: 'adaptiveCard/action', id: randomUUID(), text: undefined };
  return anActivity(serviceUrl, { ...invoke, value: { action, trigger: 'manual' }, ...changes });
}

/** All texts of a card, one after another. */
export function cardText(card: unknown): string {
  const told = JSON.stringify(card, (key, value: unknown) =>
    key === 'facts' && Array.isArray(value) ? value.map((fact) => ({ text: factText(fact) })) : value,
  );
  return [...told.matchAll(/"text":"(?<text>(?:[^"\\]|\\.)*)"/g)].map(({ groups }) => groups?.text).join('\n');
}

export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Json;
}

/** Every Action.Execute of a card or of an activity that carries one. */
export function buttonsOf(card: unknown): Button[] {
  const found: Button[] = [];
  JSON.stringify(card, (_key, value: unknown) => {
    if (value && typeof value === 'object' && 'verb' in value && 'data' in value) {
      found.push(value as Button);
    }
    return value;
  });
  return found;
}
