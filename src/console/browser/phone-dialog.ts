import { encode } from 'uqr'
import { openDialog } from '../../talk/dialogs.ts'
import { find } from '../../talk/find-element.ts'
import { askFollowers } from './ask-followers.ts'
import type { Login } from './login.ts'
import { findOutput, write } from './output.ts'
import type { ConsolePage } from './read-page.ts'

/** Hosts that always mean the device itself. */
const LOCAL = /^(localhost|127\.[\d.]+|\[::1\])$/
/** How long a code opens the console, and how often the dialog shows another, in milliseconds. */
const LIFE = 2 * 60_000
const RENEWAL = 60_000
/** How often to ask the stage for its addresses and whether a phone has arrived, in milliseconds. */
const LOOK = 2000

/**
 * Shows a QR code that opens this console on one phone, at the address that the speaker chooses where the
 * stage has several, and says when a phone has arrived.
 */
export function openPhoneDialog({ address, findElsewhere }: ConsolePage, login: Login): void {
  const dialog = find('#phone', HTMLDialogElement)
  const picture = find('#phone .code', HTMLElement)
  const choice = find('#phone select', HTMLSelectElement)
  let opened: number | undefined
  let code: string | undefined

  const draw = () => {
    const url = findElsewhere(choice.value || undefined)
    write(findOutput('address'), url.href)
    findOutput('local').hidden = !LOCAL.test(url.hostname)
    findOutput('no-code').hidden = code !== undefined
    if (code === undefined || !dialog.open) picture.replaceChildren()
    else picture.replaceChildren(drawCode(`${url.href}#${code}`))
  }
  const renew = async () => {
    code = await login.askCode(LIFE)
    draw()
  }
  const look = async () => {
    const stage = await askFollowers(address, login.key() ?? '')
    // Without an answer the dialog stays as it is.
    if (typeof stage !== 'object' || !dialog.open) return
    if (choose(choice, stage.addresses)) draw()
    if (code === undefined) void renew()
    // The code was used: the next phone needs another one.
    if (opened !== undefined && stage.consoles > opened) {
      findOutput('arrived').hidden = false
      void renew()
    }
    opened = stage.consoles
  }
  findOutput('arrived').hidden = true
  choice.onchange = draw
  const timers = [setInterval(() => void renew(), RENEWAL), setInterval(() => void look(), LOOK)]
  const close = () => {
    timers.forEach(clearInterval)
    code = undefined
    draw()
  }
  dialog.addEventListener('close', close, { once: true })
  openDialog('phone')
  void renew()
  void look()
}

/** Puts the addresses into the choice, and keeps what is chosen. Returns whether they have changed. */
function choose(choice: HTMLSelectElement, addresses: readonly string[]): boolean {
  const label = find('#phone label', HTMLLabelElement)
  label.hidden = addresses.length < 2
  if ([...choice.options].map(({ value }) => value).join() === addresses.join()) return false
  const chosen = choice.value
  choice.replaceChildren(...addresses.map((address) => new Option(address)))
  if (addresses.includes(chosen)) choice.value = chosen
  return true
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
