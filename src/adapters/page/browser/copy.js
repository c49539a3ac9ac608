// @ts-check
import { say, speaking } from './words.js';

/**
 * A button that copies a text, and what became of it.
 * @param {string} word what the button says, a word of the page
 * @param {() => string} text
 */
export function copyButton(word, text) {
  const line = document.createElement('p');
  line.className = 'copy';
  const [button, status] = [document.createElement('button'), document.createElement('span')];
  button.type = 'button';
  status.setAttribute('role', 'status');
  button.onclick = async () => {
    status.textContent = say((await isCopied(text())) ? 'copied' : 'notCopied');
  };
  speaking(() => {
    button.textContent = say(word);
    status.textContent = '';
  });
  line.append(button, ' ', status);
  return line;
}

/** @param {string} text */
async function isCopied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
