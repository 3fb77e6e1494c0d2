const WEB = /^https:\/\/[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*(:\d+)?([/?#]\S*)?$/u
const MAILBOX = /^mailto:[^\s@:?]+@[^\s@:?]+\.[^\s@:?]+(\?\S*)?$/

/**
 * What is wrong with an address that a slide leads to, and how to mend it; undefined where nothing is. Every address
 * is judged here, whatever field or text it stands in. Whether a slide `#id` exists is the deck's to say.
 */
export function checkAddress(address: string): string | undefined {
  if (address.startsWith('#')) return undefined
  if (address.startsWith('mailto:')) {
    if (MAILBOX.test(address)) return undefined
    return `"${address.slice('mailto:'.length)}" is no e-mail address; write it as name@host`
  }
  if (!address.startsWith('https:')) {
    return `"${address}" is neither https:, mailto: nor a slide (#id); write one of these`
  }
  if (WEB.test(address)) return undefined
  return `"${address}" is no whole address; write it as https://host/path`
}
