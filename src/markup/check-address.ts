const WEB = /^https:\/\/[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*(:\d+)?([/?#]\S*)?$/u
const MAILBOX = /^mailto:[^\s@:?]+@[^\s@:?]+\.[^\s@:?]+(\?\S*)?$/

/**
 * Says what is wrong with a link's address and how to mend it; undefined when it is good. Every address
 * passes this check, whatever field or text it is in. Whether an `#id` names a slide is checked with the
 * deck.
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
