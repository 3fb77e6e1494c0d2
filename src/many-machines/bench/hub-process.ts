import { createHub, runHub } from '../../bench/live/run-hub.ts'
import { Keyring } from '../../live/server/keyring.ts'
import { openNatsStore } from '../store-nats.ts'

/** `startHub` runs this module as a process of its own: a stage or an edge that keeps positions in NATS. */
const [port, secret = '', kind, ...servers] = process.argv.slice(2)

const readOnly = kind === 'edge'
const store = await openNatsStore({ servers, replicas: 3, login: {}, tls: {}, readOnly })
const keyring = readOnly ? undefined : new Keyring({ secret })
// No report: the bench breaks the cluster on purpose and measures the effect on writes.
runHub(createHub({ store, keyring, report: () => {} }), Number(port))
