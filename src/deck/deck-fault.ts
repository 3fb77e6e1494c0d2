/**
 * What is wrong with a talk, for its author: a line a fault, with its file, what is wrong and how to mend it. There is
 * nothing more to know of it: no trace is shown.
 */
export class DeckFault extends Error {
  override readonly name = 'DeckFault'
}

/** Whether an error was thrown on purpose, with a message for the author; any other is a programmer's. */
export function isOnPurpose(error: unknown): error is Error {
  return error instanceof Error && error.name === 'Error'
}
