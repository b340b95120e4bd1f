const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * While a child runs, signals are for the child, and this process waits for its end. What is left to do for a signal
 * that came meanwhile is done then.
 * @param {import('node:child_process').ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} [afterwards]
 */
export function passSignalsOn(child, afterwards) {
  /** @type {NodeJS.Signals | undefined} */
  let received;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    received = signal;
    // A terminal sends Ctrl+C to the child as well, and Chromium takes a second SIGINT as "die at once".
    const arrivesByItself = signal === 'SIGINT' && process.stdin.isTTY;
    if (!arrivesByItself) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  child.on('close', () => {
    for (const signal of SIGNALS) process.off(signal, pass);
    if (received) afterwards?.(received);
  });
}

/**
 * When npm is asked to end, it ends the shell around this process, which passes nothing on: all that can be noticed is
 * that the shell is gone. Without npm, losing the parent is no reason to end: it may be wanted so.
 * @param {import('node:child_process').ChildProcess} child
 */
export function stopWithNpm(child) {
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500);
  child.on('close', () => clearInterval(watch));
}
