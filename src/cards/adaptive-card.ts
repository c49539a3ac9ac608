/**
 * The part of Adaptive Cards 1.5 that we draw, after the public schema (adaptivecards.io/schemas) and the list of
 * elements that Teams adds by name (CodeBlock); those carry a `fallback`.
 */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  readonly speak: string;
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly msteams: { readonly width: 'Full' };
}

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly fontType?: 'Monospace';
  readonly weight?: 'Bolder';
  readonly isSubtle?: true;
  readonly italic?: true;
  readonly color?: 'Good' | 'Warning' | 'Attention';
  readonly size?: 'Large' | 'Medium' | 'Small';
}

/** Text that is shown as it is: runs know no markdown, so backticks, underscores and `$` survive. */
export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: 'Small' | 'None' | 'Medium';
}

export interface CodeBlock {
  readonly type: 'CodeBlock';
  readonly codeSnippet: string;
  readonly language: 'PlainText';
  readonly fallback: Container;
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly spacing?: 'Small';
  readonly actions: readonly (ToggleAction | ExecuteAction | DialogAction)[];
}

export interface ToggleAction {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
}

/** A button that asks the bot and is answered with a card. */
export interface ExecuteAction {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Whether what was typed on the card comes along. */
  readonly associatedInputs: 'auto' | 'none';
}

/** A button that opens a dialog ("Use dialogs with bots" in the Teams documentation). */
export interface DialogAction {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: { readonly msteams: { readonly type: 'task/fetch' }; readonly open: 'paste-page' };
}

export interface TextInput {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly value?: string;
  readonly isMultiline?: true;
  readonly maxLength: number;
}

export interface DateInput {
  readonly type: 'Input.Date';
  readonly id: string;
  readonly label: string;
  readonly value?: string;
}

export interface ChoiceInput {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly style: 'compact' | 'expanded';
  readonly choices: readonly { readonly title: string; readonly value: string }[];
}

/** Labels and their values below each other. The values know markdown: see `fact`. */
export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

export interface Container {
  readonly type: 'Container';
  readonly id?: string;
  readonly isVisible?: boolean;
  readonly separator?: true;
  readonly style?: 'emphasis' | 'good' | 'warning' | 'attention' | 'accent' | 'default';
  readonly items: readonly Element[];
}

export type Element = FactSet | RichTextBlock | CodeBlock | ActionSet | Container | TextInput | DateInput | ChoiceInput;
