import { createHub, runHub } from '../../bench/live/run-hub.ts'
import { hashSecret } from '../../live/server/secret.ts'
import { openNatsStore } from '../store-nats.ts'

/** Run as a process of its own by `startHub`: a stage or an edge, and the NATS it shares. */
const [port, secret = '', kind, ...servers] = process.argv.slice(2)

const readOnly = kind === 'edge'
const store = await openNatsStore({ servers, replicas: 3, login: {}, tls: {}, readOnly })
const rooms = new Map([['hall', readOnly ? [] : [hashSecret(secret)]]])
// What a broken cluster does to writes is measured, not written down.
runHub(createHub({ store, rooms, report: () => {} }), Number(port))
