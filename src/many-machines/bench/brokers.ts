import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { findFreePorts } from '../../find-free-ports.ts'
import { STREAM } from '../store-nats.ts'

/** The hint when `nats-server` is missing for the tests or the bench. */
export const GET_NATS_SERVER =
  'nats-server is not on this machine; get it with: apt-get install nats-server ' +
  '(or see https://github.com/nats-io/nats-server/releases)'

export function findNatsServer(): string | undefined {
  return findProgram('nats-server')
}

/** A program's path. Looks into /usr/sbin too: Debian puts servers there, and a user's PATH may lack it. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => path.join(folder, name)).find(isExecutable)
}

/** Processes of `nats-server` with JetStream, for tests and the bench; several form one cluster. */
export interface Brokers {
  readonly servers: readonly string[]
  /** Each broker's process, by its index in `servers`; to send signals to. */
  readonly processes: readonly ChildProcess[]
  /** The index of the broker that leads the positions' stream and decides on writes. */
  findLeader(): Promise<number>
  /** Kills a broker, as a power cut would. */
  kill(index: number): void
  /** Restarts a killed broker; resolves when its JetStream is ready. */
  restart(index: number): Promise<void>
  /** Kills all brokers and deletes their files. */
  stop(): Promise<void>
}

export interface BrokerOptions {
  readonly count?: number
  /** Lines to add to each configuration, such as `authorization { … }`. */
  readonly config?: string
}

/** Starts brokers on free ports; resolves when JetStream is ready. Rejects when there is no nats-server. */
export async function startBrokers({ count = 1, config = '' }: BrokerOptions = {}): Promise<Brokers> {
  const program = findNatsServer()
  if (program === undefined) throw new Error(GET_NATS_SERVER)
  const folder = await mkdtemp(path.join(tmpdir(), 'deck-nats-'))
  const ports = await findFreePorts(count * 3)
  const at = (index: number, what: number) => `127.0.0.1:${ports[index * 3 + what]}`
  const indexes = Array.from({ length: count }, (_, index) => index)
  const routes = indexes.map((index) => `nats://${at(index, 1)}`).join(', ')
  const servers = indexes.map((index) => `nats://${at(index, 0)}`)
  const processes: ChildProcess[] = []

  /** Resolves when its JetStream is ready. */
  const start = async (index: number) => {
    const file = path.join(folder, `${index}.conf`)
    const cluster = `cluster { name: deck, listen: "${at(index, 1)}", routes: [${routes}] }`
    const lines = [
      `server_name: broker-${index}`,
      `listen: "${at(index, 0)}"`,
      `http: "${at(index, 2)}"`,
      `jetstream { store_dir: "${path.join(folder, String(index))}" }`,
      count > 1 ? cluster : '',
      config,
    ]
    await writeFile(file, lines.join('\n'))
    const child = spawn(program, ['--config', file], { stdio: ['ignore', 'ignore', 'pipe'] })
    processes[index] = child
    let log = ''
    child.stderr.on('data', (chunk: Buffer) => {
      log += chunk
    })
    // https://docs.nats.io/running-a-nats-service/nats_admin/monitoring#health
    const isReady = () =>
      fetch(`http://${at(index, 2)}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    while (!(await isReady())) {
      if (child.exitCode !== null) throw new Error(`a nats-server ended: ${log}`)
      await sleep(50)
    }
  }
  await Promise.all(indexes.map(start))
  return {
    servers,
    processes,
    async findLeader() {
      const connection = await connect({ servers })
      const { cluster } = await (await jetstreamManager(connection)).streams.info(STREAM)
      await connection.close()
      const leader = cluster?.leader?.match(/^broker-(\d)$/)?.[1]
      if (leader === undefined) throw new Error('the positions’ stream has no leader')
      return Number(leader)
    },
    kill: (index) => processes[index]?.kill('SIGKILL'),
    restart: start,
    async stop() {
      await Promise.all(processes.map(kill))
      await rm(folder, { recursive: true })
    },
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false // it does not exist, or we may not run it
  }
}
