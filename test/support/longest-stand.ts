/**
 * Runs some work and tells for how long, at most, nothing else had a turn: in processor time of this thread, so that other
 * work on the machine does not count.
 */
export async function longestStand(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = spent();
  const look = () => {
    const now = spent();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const beat = setInterval(look, 1);
  await work();
  look();
  clearInterval(beat);
  return longest;
}

/** Milliseconds. */
function spent(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
