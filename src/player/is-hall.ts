/** Whether this page is the hall's screen: it shows where the talk is, and never moves by itself. Only a stage has one. */
export function isHall(): boolean {
  return __LIVE__ && 'hall' in document.documentElement.dataset
}
