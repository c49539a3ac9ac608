/**
 * Loaded before the bot (`--import`): its wall clock runs as many milliseconds ahead as the parent process says, as after a
 * step of the machine's clock. The monotonic clock (`performance.now`, timers) is left alone, as there.
 */

let aheadMs = 0;
process.on('message', (ms: unknown) => {
  aheadMs = Number(ms);
});
// Whoever is interrupted leaves no bots behind.
process.on('disconnect', () => process.exit(1));
// Listening to the parent alone keeps no process alive.
process.channel?.unref();

const SystemDate = globalThis.Date;

class ShiftedDate extends SystemDate {
  constructor(...parts: ConstructorParameters<typeof Date> | []) {
    if (parts.length === 0) {
      super(SystemDate.now() + aheadMs);
    } else {
      super(...parts);
    }
  }

  static override now(): number {
    return SystemDate.now() + aheadMs;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
