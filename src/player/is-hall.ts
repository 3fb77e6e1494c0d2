/** Whether this page is the hall's screen: it shows where the talk is, and never moves by itself. */
export function isHall(): boolean {
  return 'hall' in document.documentElement.dataset
}
