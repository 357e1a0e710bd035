import { readFileSync } from 'node:fs'
import { ReadableStream } from 'node:stream/web'
import { KehuError } from '../../model/errors.ts'

/** Who can open a backup: holders of a key, or who knows the passphrase. */
export interface BackupLock {
  /** `age1…` */
  readonly recipients: readonly string[]
  readonly passphrase: string | undefined
}

/** What opens a backup: `AGE-SECRET-KEY-1…`, or its passphrase. */
export interface BackupKey {
  readonly identities: readonly string[]
  readonly passphrase: string | undefined
}

/** A lock, and a key of this run that opens what it locks, so that the backup can be read back. */
export interface LockAndKey {
  readonly lock: BackupLock
  readonly key: BackupKey
}

/**
 * Adds a key of this run to the recipients: it is never written down, and gone when the backup has been read back.
 *
 * @throws {KehuError} `recipient-wrong`
 */
export async function withOwnKey(lock: BackupLock): Promise<LockAndKey> {
  if (lock.passphrase !== undefined) return { lock, key: { identities: [], passphrase: lock.passphrase } }
  const { Encrypter, generateX25519Identity, identityToRecipient } = await import('age-encryption')
  for (const recipient of lock.recipients)
    try {
      new Encrypter().addRecipient(recipient)
    } catch (cause) {
      throw new KehuError('usage', 'recipient-wrong', { recipient: recipient.slice(0, 80) }, cause)
    }
  const own = await generateX25519Identity()
  return {
    lock: { ...lock, recipients: [...lock.recipients, await identityToRecipient(own)] },
    key: { identities: [own], passphrase: undefined },
  }
}

/** Encrypts in the format of age, version 1. */
export async function* ageEncrypt(chunks: AsyncIterable<Buffer>, lock: BackupLock): AsyncGenerator<Buffer> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  if (lock.passphrase !== undefined) encrypter.setPassphrase(lock.passphrase.normalize('NFC'))
  for (const recipient of lock.recipients) encrypter.addRecipient(recipient)
  yield* chunksOf((await encrypter.encrypt(toStream(chunks))) as AsyncIterable<Uint8Array>)
}

/** Decrypts what age, or a program like it, has encrypted. @throws {KehuError} `backup-key-wrong`, `backup-damaged` */
export async function* ageDecrypt(
  chunks: AsyncIterable<Buffer>,
  { identities, passphrase }: BackupKey,
  file: string,
): AsyncGenerator<Buffer> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase.normalize('NFC'))
  for (const identity of identities) decrypter.addIdentity(identity)
  let opened = false
  try {
    const plain = (await decrypter.decrypt(toStream(chunks))) as AsyncIterable<Uint8Array>
    opened = true
    yield* chunksOf(plain)
  } catch (cause) {
    if (cause instanceof KehuError) throw cause
    const isKey = !opened && /no identity|matched|passphrase|scrypt/i.test(String(cause))
    throw isKey
      ? new KehuError('password', 'backup-key-wrong', { file }, cause)
      : new KehuError('input', 'backup-damaged', { file }, cause)
  }
}

/** The keys of files as `age-keygen` writes them. @throws {KehuError} `identity-unreadable` */
export function readIdentities(files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const lines = linesOf(file).filter((line) => /^AGE-SECRET-KEY-/.test(line))
    if (lines.length === 0) throw new KehuError('password', 'identity-unreadable', { file })
    return lines
  })
}

/** Recipients as they are told: `age1…`, or a file with one a line. @throws {KehuError} `identity-unreadable` */
export const readRecipients = (told: readonly string[]): string[] =>
  told.flatMap((one) => (one.startsWith('age1') ? [one] : linesOf(one).filter((line) => line.startsWith('age1'))))

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)
  } catch (cause) {
    throw new KehuError('password', 'identity-unreadable', { file }, cause)
  }
}

function toStream(chunks: AsyncIterable<Buffer>): ReadableStream<Uint8Array> & globalThis.ReadableStream<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await source.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => void (await source.return?.()),
  }) as ReadableStream<Uint8Array> & globalThis.ReadableStream<Uint8Array>
}

/** What comes in pieces of 64 KB is written in larger ones. */
async function* chunksOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stream) {
    held.push(chunk)
    bytes += chunk.length
    if (bytes < 1 << 20) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(held)
}
