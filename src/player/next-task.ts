/** Lets the browser see to what is due, input and painting first of all. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
