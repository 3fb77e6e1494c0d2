/**
 * Leads to another talk if that has the slide which the address names: a talk that was at the site's root before has
 * left such addresses. Only the root of a site with several talks knows where. `findSlide` says which of the ids the
 * address names. Whether it leads on; rejects without a network.
 */
export async function followMoved(
  findSlide: (ids: readonly string[]) => string | undefined,
): Promise<boolean> {
  const file = document.querySelector('[data-moved]')?.getAttribute('data-moved')
  if (!file) return false
  const moved: Readonly<Record<string, string>> = await (await fetch(file)).json()
  const address = moved[findSlide(Object.keys(moved)) ?? '']
  if (address) location.replace(address)
  return address !== undefined
}
