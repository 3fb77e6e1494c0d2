import { showTrace } from '../cli/describe-failure.ts'

/** What is done after an edit. */
export interface EditSteps {
  /** Reads the files, composes the talk and shows it. Rejects when it cannot. */
  readonly compose: () => Promise<void>
  /**
   * What is wrong with the files, if anything. `failure` is the error that kept them from being composed, if any.
   * Rejects with what has no explanation.
   */
  readonly explain: (failure: unknown) => Promise<string | undefined>
  /** Takes what is wrong, or undefined when all is well. */
  readonly say: (fault: string | undefined) => void
}

/**
 * Follows the edits to a talk: `update` is called after each, and `composed` resolves when the newest has been
 * composed. Only what is found in the newest edit is said, so an older one never has the last word, and files that
 * are saved together are one edit.
 */
export function followEdits({ compose, explain, say }: EditSteps) {
  let newest = 0
  /** One at a time; resolves with what kept the files from being composed. */
  let composing: Promise<unknown> = Promise.resolve()
  const follow = async (isSecond: boolean): Promise<void> => {
    const own = ++newest
    const isOvertaken = () => own !== newest
    composing = composing
      .then(async () => {
        if (!isOvertaken()) await compose()
      })
      .then(
        () => undefined,
        (error: unknown) => error,
      )
    const failure = await composing
    if (isOvertaken()) return
    try {
      const fault = await explain(failure)
      if (!isOvertaken()) say(fault)
    } catch (error) {
      if (isOvertaken()) return
      // The files may have been read while a program was writing them.
      if (isSecond) say(showTrace(error))
      else await follow(true)
    }
  }
  return { update: () => void follow(false), composed: () => composing }
}
