import { encode } from 'uqr'
import { openDialog } from '../../talk/dialogs.ts'
import { find } from '../../talk/find-element.ts'
import { findOutput, write } from './output.ts'

export interface PhoneDialogOptions {
  /** Where a phone finds this console. */
  readonly address: URL
  readonly secret: string
}

/** Hosts that mean the device itself, whichever it is. */
const LOCAL = /^(localhost|127\.[\d.]+|\[::1\])$/

/** Shows a QR code that opens this console on a phone. The page holds it only while the dialog is open. */
export function openPhoneDialog({ address, secret }: PhoneDialogOptions): void {
  const dialog = find('#phone', HTMLDialogElement)
  const code = find('#phone .code', HTMLElement)
  write(findOutput('address'), address.href)
  findOutput('local').hidden = !LOCAL.test(address.hostname)
  code.replaceChildren(drawCode(`${address.href}#${secret}`))
  dialog.addEventListener('close', () => code.replaceChildren(), { once: true })
  openDialog('phone')
}

/** A QR code as one path, one unit a module, four units of quiet zone around it. */
function drawCode(text: string): SVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const modules = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  // Whole pixels without smoothing: no hairlines between the modules.
  svg.setAttribute('shape-rendering', 'crispEdges')
  path.setAttribute('d', modules.join(''))
  svg.append(path)
  return svg
}
