import type { CDPSession, Page } from 'puppeteer-core'

/** A node of the tree that the browser gives to assistive technology. */
export interface AccessibleNode {
  readonly role: string
  readonly name: string
  readonly focused: boolean
  readonly children: readonly AccessibleNode[]
}

/** The page's whole accessibility tree without the nodes that the browser ignores. */
export async function readTree(page: Page): Promise<AccessibleNode> {
  const session = await page.createCDPSession()
  try {
    return await read(session)
  } finally {
    await session.detach()
  }
}

async function read(session: CDPSession): Promise<AccessibleNode> {
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const build = (id: string): AccessibleNode[] => {
    const node = byId.get(id)
    if (node === undefined) return []
    const children = (node.childIds ?? []).flatMap(build)
    if (node.ignored) return children
    const property = (name: string) => node.properties?.find((one) => one.name === name)?.value.value
    return [
      {
        role: String(node.role?.value),
        name: String(node.name?.value ?? ''),
        focused: property('focused') === true,
        children,
      },
    ]
  }
  const [root] = nodes[0] === undefined ? [] : build(nodes[0].nodeId)
  if (root === undefined) throw new Error('the browser gave no accessibility tree')
  return root
}

/** A node and all nodes below it, in reading order. */
export function flatten(node: AccessibleNode): AccessibleNode[] {
  return [node, ...node.children.flatMap(flatten)]
}

/** What a screen reader says of a node's content: its texts and the names of its pictures, in order. */
export function listSpoken(node: AccessibleNode): string[] {
  return flatten(node)
    .filter(({ role, name }) => ['StaticText', 'image'].includes(role) && name.trim() !== '')
    .map(({ name }) => name.replace(/\s+/g, ' ').trim())
}
