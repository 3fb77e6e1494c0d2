import { encode } from 'uqr'
import { openDialog } from '../../talk/dialogs.ts'
import { find } from '../../talk/find-element.ts'
import { findOutput, write } from './output.ts'

export interface PhoneDialogOptions {
  /** The console's URL for a phone. */
  readonly address: URL
  readonly secret: string
}

/** Hosts that always mean the device itself. */
const LOCAL = /^(localhost|127\.[\d.]+|\[::1\])$/

/** Shows a QR code that opens this console on a phone. The code holds the secret, so closing removes it. */
export function openPhoneDialog({ address, secret }: PhoneDialogOptions): void {
  const dialog = find('#phone', HTMLDialogElement)
  const code = find('#phone .code', HTMLElement)
  write(findOutput('address'), address.href)
  findOutput('local').hidden = !LOCAL.test(address.hostname)
  code.replaceChildren(drawCode(`${address.href}#${secret}`))
  dialog.addEventListener('close', () => code.replaceChildren(), { once: true })
  openDialog('phone')
}

/** A QR code as one path: one unit for each module, and four units of quiet zone. */
function drawCode(text: string): SVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const modules = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  // Without smoothing there are no hairlines between the modules.
  svg.setAttribute('shape-rendering', 'crispEdges')
  path.setAttribute('d', modules.join(''))
  svg.append(path)
  return svg
}
