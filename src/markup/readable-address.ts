/** An address as a person would read it: without scheme, `www.` and closing slash. */
export function readableAddress(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')
}
