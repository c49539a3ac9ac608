// @ts-check

/**
 * Takes files that are let go of anywhere on the page.
 * @param {(files: readonly File[]) => void} take
 */
export function takeDropped(take) {
  addEventListener('dragover', (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      document.body.classList.add('is-over');
    }
  });
  addEventListener('dragleave', () => document.body.classList.remove('is-over'));
  addEventListener('drop', (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      document.body.classList.remove('is-over');
      take([...(event.dataTransfer?.files ?? [])]);
    }
  });
}

/** Text that is dragged into the box is the browser's own business. @param {DragEvent} event */
function holdsFiles(event) {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
