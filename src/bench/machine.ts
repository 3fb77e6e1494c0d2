import os from 'node:os'

/** The machine and Node's version: figures can be compared only where these are the same. */
export function describeMachine(): string {
  const processor = os.cpus()[0]?.model.trim() ?? process.arch
  return `Node ${process.version}, ${os.availableParallelism()} cores (${processor}), ${os.platform()}`
}
