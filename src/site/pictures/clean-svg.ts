import type { PluginConfig, XastChild, XastElement } from 'svgo'

const SVG = 'http://www.w3.org/2000/svg'
/** What runs, moves, or holds another kind of document. */
const REMOVED = /^(script|foreignobject|handler|listener|set|animate.*|discard|audio|video|iframe|canvas)$/i
/** Styles that reach outside, or that are written so that nobody can tell. */
const REACHES_OUT = /\\|@import|image-set\(|url\(\s*['"]?(?!#|data:)/i
/** Parts of the drawing itself, and pictures inside of it. */
const WITHIN = /^\s*(#|data:image\/(png|jpeg|webp|avif|gif)[;,])/i

/**
 * Removes scripts, event handlers, motion, other documents and references outside of the drawing, and what
 * editors leave behind. Throws when it is no SVG.
 */
export async function cleanSvg(bytes: Uint8Array): Promise<Uint8Array> {
  // Loaded only when needed.
  const { optimize } = await import('svgo')
  const { data } = optimize(new TextDecoder().decode(bytes), {
    plugins: [
      'removeDoctype',
      'removeComments',
      'removeMetadata',
      'removeEditorsNSData',
      {
        name: 'removeOutside',
        fn: () => ({ element: { enter: removeOutside }, instruction: { enter: remove } }),
      } satisfies PluginConfig,
    ],
  })
  if (!data.includes('<svg')) throw new Error('it holds no drawing')
  return Buffer.from(data)
}

function remove(node: XastChild, parent: { children: XastChild[] }): void {
  parent.children = parent.children.filter((child) => child !== node)
}

function removeOutside(node: XastElement, parent: { children: XastChild[] }): void {
  const { name, attributes, children } = node
  const isForeign = (name.includes(':') && !name.startsWith('svg:')) || (attributes['xmlns'] ?? SVG) !== SVG
  const styles = children.map((child) => ('value' in child ? child.value : '')).join('')
  const isStyle = /^(svg:)?style$/i.test(name)
  if (isForeign || REMOVED.test(name.replace('svg:', '')) || (isStyle && REACHES_OUT.test(styles))) {
    remove(node, parent)
    return
  }
  for (const [attribute, value] of Object.entries(attributes)) {
    const isLink = /(^|:)href$/i.test(attribute)
    if (/^on/i.test(attribute) || (isLink ? !WITHIN.test(value) : REACHES_OUT.test(value)))
      delete attributes[attribute]
  }
}
