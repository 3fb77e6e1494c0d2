/**
 * The faults of a talk, for its author to mend: one line each, with the file, what is wrong and how to mend
 * it. The message says everything, so no stack trace is shown.
 */
export class DeckFault extends Error {
  override readonly name = 'DeckFault'
}

/**
 * Whether the code threw this error itself, with a message for the author. Any other kind (`TypeError`, …) is
 * a bug.
 */
export function isExpectedError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'Error'
}
