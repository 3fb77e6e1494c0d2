/** Resolves in a later task, so that the browser can first handle input and paint. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
