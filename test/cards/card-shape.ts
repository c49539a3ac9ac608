import { z } from 'zod';

/** The public Adaptive Cards 1.5 schema, as far as our cards go, with Teams' CodeBlock which must have a fallback. */
const TextRun = z.strictObject({
  type: z.literal('TextRun'),
  text: z.string().min(1),
  fontType: z.literal('Monospace').optional(),
  weight: z.literal('Bolder').optional(),
  isSubtle: z.boolean().optional(),
  italic: z.boolean().optional(),
  color: z.enum(['Good', 'Warning', 'Attention']).optional(),
  size: z.enum(['Large', 'Medium', 'Small']).optional(),
});
const RichTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(TextRun).min(1),
  spacing: z.enum(['Small', 'None', 'Medium']).optional(),
});
const FactSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: z.string().min(1), value: z.string().min(1) })).min(1),
});
const Toggle = z.strictObject({
  type: z.literal('Action.ToggleVisibility'),
  title: z.string().min(1),
  targetElements: z.array(z.string()).min(1),
});
const Execute = z.strictObject({
  type: z.literal('Action.Execute'),
  title: z.string().min(1),
  verb: z.string().min(1),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  associatedInputs: z.enum(['auto', 'none']),
});
const Dialog = z.strictObject({
  type: z.literal('Action.Submit'),
  title: z.string().min(1),
  data: z.strictObject({ msteams: z.strictObject({ type: z.literal('task/fetch') }), open: z.literal('paste-page') }),
});
const ActionSet = z.strictObject({
  type: z.literal('ActionSet'),
  spacing: z.literal('Small').optional(),
  actions: z
    .array(z.union([Toggle, Execute, Dialog]))
    .min(1)
    .max(6),
});
const Input = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('Input.Text'),
    id: z.string(),
    label: z.string().min(1),
    value: z.string().optional(),
    isMultiline: z.boolean().optional(),
    maxLength: z.int().positive(),
  }),
  z.strictObject({
    type: z.literal('Input.Date'),
    id: z.string(),
    label: z.string().min(1),
    value: z.iso.date().optional(),
  }),
  z.strictObject({
    type: z.literal('Input.ChoiceSet'),
    id: z.string(),
    label: z.string().min(1),
    value: z.string(),
    style: z.enum(['compact', 'expanded']),
    choices: z.array(z.strictObject({ title: z.string().min(1), value: z.string() })).min(1),
  }),
]);
const Container = z.strictObject({
  type: z.literal('Container'),
  id: z.string().optional(),
  isVisible: z.boolean().optional(),
  separator: z.boolean().optional(),
  style: z.enum(['emphasis', 'good', 'warning', 'attention', 'accent', 'default']).optional(),
  get items() {
    return z.array(z.union([FactSet, RichTextBlock, CodeBlock, ActionSet, Container, Input])).min(1);
  },
});
const CodeBlock = z.strictObject({
  type: z.literal('CodeBlock'),
  codeSnippet: z.string(),
  language: z.literal('PlainText'),
  get fallback() {
    return Container;
  },
});

export const CardShape = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  lang: z.enum(['en', 'zh-CN']),
  speak: z.string(),
  fallbackText: z.string(),
  body: z.array(z.union([FactSet, RichTextBlock, CodeBlock, ActionSet, Container, Input])).min(1),
  msteams: z.strictObject({ width: z.literal('Full') }),
});
