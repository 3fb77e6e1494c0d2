/** A command line or an environment that cannot be understood; its message is one line with what is allowed. */
export class UsageError extends Error {}
