/** Lets the browser do first what waits, above all input and painting. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
