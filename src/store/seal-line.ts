import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'

const [SALT, NONCE, TAG] = [16, 12, 16]

/** A line that lies beside an encrypted book, encrypted with the same passphrase: base64 of salt, nonce, tag and text. */
export function sealLine(text: string, passphrase: string): string {
  const salt = randomBytes(SALT)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** The text of such a line; undefined where it is cut short, changed, or of another passphrase. */
export function openLine(sealed: string, passphrase: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < SALT + NONCE + TAG) return undefined
  const nonce = bytes.subarray(SALT, SALT + NONCE)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(passphrase, bytes.subarray(0, SALT)), nonce)
  decipher.setAuthTag(bytes.subarray(SALT + NONCE, SALT + NONCE + TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(SALT + NONCE + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const keyOf = (passphrase: string, salt: Buffer): Buffer =>
  scryptSync(passphrase.normalize('NFC'), salt, 32, { N: 2 ** 14, r: 8, p: 1 })
