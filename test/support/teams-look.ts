import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/**
 * Cards as Teams lays them out: the public renderer (adaptivecards) with the sizes and spacings of the public host
 * configuration of Teams (microsoft/AdaptiveCards, samples/HostConfig/microsoft-teams-*.json). CodeBlock is Teams' own and is
 * drawn as documented: a bar above, ten lines, long ones scroll.
 */

export type Theme = 'light' | 'dark' | 'contrast';
export const THEMES: readonly Theme[] = ['light', 'dark', 'contrast'];

const RENDERER = fileURLToPath(new URL('../../node_modules/adaptivecards/dist/adaptivecards.min.js', import.meta.url));

interface Colours {
  readonly page: string;
  readonly card: string;
  readonly text: string;
  readonly subtle: string;
  readonly line: string;
  readonly accent: string;
  readonly styles: Readonly<Record<'emphasis' | 'good' | 'warning' | 'attention' | 'accent', string>>;
}

const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: {
    page: '#f5f5f5',
    card: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    line: '#d1d1d1',
    accent: '#5b5fc7',
    styles: { emphasis: '#f0f0f0', good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6', accent: '#e8ebfa' },
  },
  dark: {
    page: '#141414',
    card: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    line: '#525252',
    accent: '#7f85f5',
    styles: { emphasis: '#1f1f1f', good: '#0d2e0d', warning: '#463100', attention: '#3b1519', accent: '#2f2f4a' },
  },
  contrast: {
    page: '#000000',
    card: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    line: '#ffffff',
    accent: '#ffff01',
    styles: { emphasis: '#000000', good: '#000000', warning: '#000000', attention: '#000000', accent: '#000000' },
  },
};

/** A page that draws one card, `width` pixels wide. */
export async function cardPage(browser: Browser, theme: Theme, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: width + 32, height: 900 } });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${styles(theme, width)}</style><main></main>`);
  await page.addScriptTag({ path: RENDERER });
  await page.evaluate(`${CODE_BLOCK}; window.hostConfig = ${JSON.stringify(hostConfig(theme))};`);
  return page;
}

/** Draws a card, or another one in its place. Gives back its height as it lies in the chat. */
export async function drawOn(page: Page, card: unknown): Promise<number> {
  await page.evaluate(`(() => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(window.hostConfig);
    card.onExecuteAction = () => {};
    card.parse(${JSON.stringify(card)});
    document.querySelector('main').replaceChildren(card.render());
  })()`);
  return page.evaluate<number>("Math.ceil(document.querySelector('main').getBoundingClientRect().height)");
}

/** What stands out of its box sideways, and letters that are drawn smaller than Teams ever does; code may scroll. */
export function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(`[...document.querySelectorAll('main *')]
    .filter((element) => !element.closest('pre') && element.getClientRects().length > 0)
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      && getComputedStyle(element).display !== 'inline')
    .map((element) => element.className + ': ' + element.textContent.slice(0, 80))`);
}

/** Texts whose contrast with what lies behind them is below `least` (WCAG 2.2, 1.4.3: 4.5 to 1), with what it is. */
export function faint(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate<string[]>(`(() => {
    const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => channels(colour).slice(0, 3)
      .map((value) => value / 255)
      .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
      .reduce((sum, value, at) => sum + value * [0.2126, 0.7152, 0.0722][at], 0);
    const behind = (element) => {
      const own = getComputedStyle(element).backgroundColor;
      return (channels(own)[3] ?? 1) > 0 || !element.parentElement ? own : behind(element.parentElement);
    };
    const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    return [...document.querySelectorAll('main *')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
      .map((element) => [element.textContent, ratio(light(getComputedStyle(element).color), light(behind(element)))])
      .filter(([, of]) => of < ${least})
      .map(([text, of]) => of.toFixed(2) + ': ' + text.slice(0, 60));
  })()`);
}

const CODE_BLOCK = `
  class CodeBlock extends AdaptiveCards.CardElement {
    getJsonTypeName() { return 'CodeBlock'; }
    internalParse(source, context) { super.internalParse(source, context); this.code = source.codeSnippet; }
    internalRender() {
      const box = document.createElement('div');
      box.className = 'code';
      const bar = document.createElement('div');
      bar.textContent = 'Plain Text';
      const code = document.createElement('pre');
      code.textContent = this.code.split('\\n').slice(0, 10).join('\\n');
      box.append(bar, code);
      return box;
    }
  }
  AdaptiveCards.GlobalRegistry.elements.register('CodeBlock', CodeBlock);`;

function styles(theme: Theme, width: number): string {
  const { page, card, text, subtle, line, accent } = COLOURS[theme];
  return `
    body { margin: 0; padding: 16px; background: ${page}; font-family: 'Segoe UI', 'Liberation Sans', 'Noto Sans CJK SC', sans-serif; }
    main { width: ${width}px; background: ${card}; color: ${text}; border-radius: 4px; overflow-wrap: break-word; }
    .ac-adaptiveCard:focus { outline: none; }
    .ac-pushButton { font: 600 14px 'Segoe UI', 'Liberation Sans', 'Noto Sans CJK SC', sans-serif; padding: 5px 12px;
      border: 1px solid ${line}; border-radius: 4px; background: ${card}; color: ${text}; line-height: 20px; }
    .ac-pushButton:focus { outline: 2px solid ${accent}; }
    .ac-actionSet { overflow: visible !important; }
    ${theme === 'contrast' ? `.ac-container[style*="background-color"] { outline: 1px solid ${line}; }` : ''}
    .code { border: 1px solid ${line}; border-radius: 4px; overflow: hidden; }
    .code div { padding: 4px 12px; font-size: 12px; line-height: 20px; color: ${subtle}; border-bottom: 1px solid ${line}; }
    .code pre { margin: 0; padding: 6px 12px; font: 13px/18px 'Liberation Mono', 'Noto Sans Mono CJK SC', monospace; overflow-x: auto; }`;
}

function hostConfig(theme: Theme): object {
  const { card, text, subtle, line, styles: back } = COLOURS[theme];
  const colour = (of: string) => ({ default: of, subtle: of === text ? subtle : of });
  const foregroundColors = Object.fromEntries(
    ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'].map((name) => [name, colour(text)]),
  );
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors });
  return {
    hostCapabilities: {},
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    supportsInteractivity: true,
    fontTypes: {
      default: {
        fontFamily: "'Segoe UI', 'Liberation Sans', 'Noto Sans CJK SC', sans-serif",
        fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
        fontWeights: { lighter: 200, default: 400, bolder: 600 },
      },
      monospace: {
        fontFamily: "Consolas, 'Liberation Mono', 'Noto Sans Mono CJK SC', monospace",
        fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
        fontWeights: { lighter: 200, default: 400, bolder: 600 },
      },
    },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    containerStyles: {
      default: style(card),
      ...Object.fromEntries(Object.entries(back).map(([name, of]) => [name, style(of)])),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 16 },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}
