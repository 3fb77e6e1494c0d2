import { findAddressed } from '../deck/fragment.ts'

/**
 * Leads to another talk if that has the slide which the fragment names: a talk that was at the site's root before has left
 * such addresses. Only the root of a site with several talks knows where. Whether it has; rejects without a network.
 */
export async function followMoved(hash: string): Promise<boolean> {
  const file = document.querySelector('[data-moved]')?.getAttribute('data-moved')
  if (!file) return false
  const moved: Readonly<Record<string, string>> = await (await fetch(file)).json()
  const address = moved[findAddressed(hash, Object.keys(moved)) ?? '']
  if (address) location.replace(address)
  return address !== undefined
}
