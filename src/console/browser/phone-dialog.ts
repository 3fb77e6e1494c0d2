import { encode } from 'uqr'
import { openDialog } from '../../talk/dialogs.ts'
import { find } from '../../talk/find-element.ts'
import { findOutput, write } from './output.ts'

/** Hosts that always mean the device itself. */
const LOCAL = /^(localhost|127\.[\d.]+|\[::1\])$/

/** How long a code opens the console, and how often the dialog shows another, in milliseconds. */
const LIFE = 2 * 60_000
const RENEWAL = 60_000

/** Shows a QR code that opens this console on one phone. `address` is the console's URL for a phone. */
export function openPhoneDialog(address: URL, askCode: (life: number) => Promise<string | undefined>): void {
  const dialog = find('#phone', HTMLDialogElement)
  const picture = find('#phone .code', HTMLElement)
  const draw = async () => {
    const code = await askCode(LIFE)
    findOutput('no-code').hidden = code !== undefined
    if (code !== undefined && dialog.open) picture.replaceChildren(drawCode(`${address.href}#${code}`))
    else picture.replaceChildren()
  }
  write(findOutput('address'), address.href)
  findOutput('local').hidden = !LOCAL.test(address.hostname)
  const timer = setInterval(() => void draw(), RENEWAL)
  const close = () => {
    clearInterval(timer)
    picture.replaceChildren()
  }
  dialog.addEventListener('close', close, { once: true })
  openDialog('phone')
  void draw()
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
