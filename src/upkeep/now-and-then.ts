/**
 * Does something about every `ms`, never twice at once, each time a little earlier or later so that instances do not
 * act together. Returns the function that ends it, after what is in hand. An error of one round leaves the next alone.
 */
export function nowAndThen(ms: number, act: () => Promise<unknown>, onError: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  function schedule(): void {
    if (!isStopped) {
      timer = setTimeout(run, ms * (0.75 + Math.random() / 2)).unref();
    }
  }

  function run(): void {
    round = act().catch(onError).then(schedule);
  }

  run();
  return async (): Promise<void> => {
    isStopped = true;
    clearTimeout(timer);
    await round;
  };
}
