/** A command line that cannot be understood; its message is one line with what is allowed. */
export class UsageError extends Error {}
