import { JetStreamApiCodes, JetStreamApiError } from '@nats-io/jetstream'
import { errors } from '@nats-io/transport-node'

/** Remedies by JetStream's error codes: https://github.com/nats-io/nats-server (server/errors.json). */
const REMEDIES: Readonly<Record<number, string>> = {
  [JetStreamApiCodes.JetStreamNotEnabledForAccount]:
    'this account may not use JetStream; allow it in the configuration',
  [JetStreamApiCodes.StreamNotFound]:
    'there is no bucket for positions yet; the stage makes it (npm start -- --nats …)',
  10008: 'the brokers have no majority just now: too few are up, or they do not reach each other',
  10023: 'JetStream has no room left; give the brokers more disk, or raise max_file_store',
  10047: 'JetStream has no room left; give the brokers more disk, or raise max_file_store',
  10005: 'there are fewer brokers than replicas; start more, or start with --replicas 1',
  10074: 'a broker alone keeps no replicas; start with --replicas 1, or make a cluster of three',
  10076: 'JetStream is not enabled; start nats-server with --jetstream',
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNKNOWN_SIGNERS = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]

/** Explains an error of NATS or of the connection to it in one line. */
export function explain(error: unknown): string {
  if (error instanceof JetStreamApiError) return REMEDIES[error.code] ?? error.message
  if (error instanceof errors.AuthorizationError || error instanceof errors.UserAuthenticationExpiredError) {
    return 'NATS does not let this login in; check NATS_USER and NATS_PASSWORD, NATS_TOKEN, NATS_CREDS or NATS_NKEY'
  }
  if (error instanceof errors.PermissionViolationError)
    return `NATS does not allow this login to ${error.operation} ${error.subject}`
  if (error instanceof errors.NoRespondersError)
    return 'no broker answers for JetStream: it is not enabled, or too few brokers are up'
  if (error instanceof errors.TimeoutError)
    return 'NATS does not answer in time: too few brokers are up, one’s disk is full, or the way to them is slow'
  if (!(error instanceof Error)) return String(error)
  // The library wraps the actual error.
  if (error.cause instanceof Error) return explain(error.cause)
  if ('code' in error && error.code === 'ECONNREFUSED')
    return 'no NATS is listening there; start nats-server --jetstream'
  if ('code' in error && UNKNOWN_SIGNERS.some((code) => code === error.code))
    return 'nobody whom this machine trusts has signed the certificate; NATS_CA takes the file of who did'
  return error.message
}
