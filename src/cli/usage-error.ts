/** An invalid command line or environment variable. Its message is one line that says what is allowed. */
export class UsageError extends Error {}
