/** Text with each run of white space, non-breaking spaces too, as one space. */
export function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
