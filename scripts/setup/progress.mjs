/**
 * Tells what is going on. On stderr, so that `$(npm run --silent electron:path)` is the path and nothing else.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`keepwatch: ${text}\n`);
}
