// @ts-check
import { copyButton } from './copy.js';
import { say, speaking } from './words.js';

/**
 * Teaches the library the element of Teams that it lacks ("CodeBlock in Adaptive Cards" of the Teams documentation): lines as they
 * are, to copy.
 * @param {typeof import('adaptivecards')} cards
 */
export function drawCodeBlocks(cards) {
  class CodeBlock extends cards.CardElement {
    code = '';

    /** @override */
    getJsonTypeName() {
      return 'CodeBlock';
    }

    /**
     * @override
     * @param {{ readonly codeSnippet?: unknown }} source
     * @param {import('adaptivecards').SerializationContext} context
     */
    internalParse(source, context) {
      super.internalParse(source, context);
      this.code = String(source.codeSnippet ?? '');
    }

    /** @override */
    internalRender() {
      return block(this.code);
    }
  }
  cards.GlobalRegistry.elements.register('CodeBlock', CodeBlock);
}

/** @param {string} code */
function block(code) {
  const [box, lines] = [document.createElement('div'), document.createElement('pre')];
  box.className = 'code';
  lines.textContent = code;
  lines.tabIndex = 0;
  lines.setAttribute('role', 'region');
  speaking(() => lines.setAttribute('aria-label', say('code')));
  box.append(
    lines,
    copyButton('copyCode', () => code),
  );
  return box;
}
