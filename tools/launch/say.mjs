// Words of the launcher, all on stderr, so that stdout belongs to the command that is run.

/** One line of progress. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** One line that says what is missing, then the end. */
export function fail(text) {
  say(text);
  process.exit(1);
}
