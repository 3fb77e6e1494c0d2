import { decodeFragment, findAddressed } from '../deck/fragment.ts'

/**
 * Runs in the head before the first paint, so that the first view is the right one: the view that the visitor
 * chose in this tab, else presenting on the hall's screen and on a wide screen that is not touch only, else
 * reading. When presenting, it marks the slide that the address names (by default the first) and the steps in
 * the history entry as soon as they are parsed; then the player takes over. When the player cannot load, the
 * page behaves as one without scripts; if a worker serves the deck, it first reloads once.
 *
 * It is a string because the script is inside the page, where the content policy allows it by its digest.
 */
export const FIRST_VIEW = `{
const root = document.documentElement
const matches = (query) => matchMedia(query).matches
let view = null
try {
  view = sessionStorage.getItem("view")
  // The page of the other language leaves the step here, with the address it is meant for.
  const [address, step] = (sessionStorage.getItem("step") ?? "").split(" ")
  sessionStorage.removeItem("step")
  if (address === location.href) history.replaceState({ step: Number(step) }, "")
} catch {} // storage may be closed to this page
if ("hall" in root.dataset) view = "presenting"
root.dataset.view = view ?? (matches("(min-width:60rem) and (orientation:landscape)") && !matches("(pointer:coarse)") ? "presenting" : "reading")
addEventListener("error", ({ target }) => {
  if (!(target instanceof HTMLScriptElement) || "ready" in root.dataset) return
  delete root.dataset.view
  // While a new worker replaces an old one, the host may lack a file of the old one: try once more.
  try {
    if (!navigator.serviceWorker?.controller) return
    if (sessionStorage.getItem("missing") === target.src) return
    sessionStorage.setItem("missing", target.src)
    location.reload()
  } catch {} // without storage it could reload for ever, and without a worker there is nothing to wait for
}, true)
if (root.dataset.view === "presenting") {
  ${decodeFragment}
  ${findAddressed}
  const first = () => document.querySelector(".slide")
  const mark = () => {
    if (location.hash === "") {
      const slide = first()
      if (slide) parsing.disconnect()
      return slide?.classList.add("present")
    }
    const slides = [...document.querySelectorAll(".slide")]
    const id = findAddressed(location.hash, slides.map(({ id }) => id))
    const named = slides.find((slide) => slide.id === id)
    const slide = named ?? (document.readyState === "loading" ? null : first())
    slide?.classList.add("present")
    for (const step of named?.querySelectorAll(".fragment") ?? []) {
      if (step.dataset.fragmentIndex < history.state?.step) step.classList.add("visible")
    }
  }
  const parsing = new MutationObserver(mark)
  parsing.observe(document, { childList: true, subtree: true })
  document.addEventListener("readystatechange", () => { mark(); parsing.disconnect() }, { once: true })
}
}`
