/** The SHA-256 of bytes, in hexadecimal digits. Photographs are digested beside other work, on another core. */
export async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')
}
