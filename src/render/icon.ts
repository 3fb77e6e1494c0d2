import { arrangeNetwork } from './network.ts'

/** The page's icon: one cluster of the network on ink, as an address that holds the picture itself. */
export function renderIcon(): string {
  const companies = arrangeNetwork()[0]?.companies ?? []
  const dots = companies.map(({ x, y }) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 32 32"><rect x="-16" y="-16" width="32" height="32" rx="7" fill="#0d1b2a"/><g fill="none" stroke-linecap="round"><path d="${dots}" stroke="#86a5ff" stroke-width="3"/><path d="M0 0h0" stroke="#46d9a1" stroke-width="8"/></g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
