/** Sends a command of a session, such as `POST`, `url`; returns its value. Throws what the driver says. */
export type Send = <Value>(
  method: 'GET' | 'POST' | 'DELETE',
  command: string,
  values?: object,
) => Promise<Value>

/** Starts a session with a driver that listens on `server`: https://www.w3.org/TR/webdriver2/. */
export async function startSession(server: string, capabilities: object): Promise<Send> {
  const { sessionId } = await request<{ sessionId: string }>(`${server}/session`, 'POST', {
    capabilities: { alwaysMatch: capabilities },
  })
  const session = `${server}/session/${sessionId}`
  return (method, command, values) =>
    request(`${session}/${command}`, method, method === 'POST' ? (values ?? {}) : undefined)
}

async function request<Value>(url: string, method: string, values?: object): Promise<Value> {
  const response = await fetch(url, { method, ...(values !== undefined && { body: JSON.stringify(values) }) })
  const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`)
  return value
}
