import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'

/** Cost of one guess: 16 MB and about 40 ms. Source: RFC 7914; OWASP's least setting for interactive use. */
const COST = { N: 16384, r: 8, p: 1 } as const
const BYTES = 32

/** A passphrase as it may be kept: `scrypt$N$r$p$salt$hash`; the words themselves are stored nowhere. */
export function hashPassphrase(words: string): string {
  const salt = randomBytes(16)
  const hash = scryptSync(words.normalize('NFKC'), salt, BYTES, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join('$')
}

/** Whether words are those a hash was made of. */
export function isPassphrase(words: string, kept: string): boolean {
  const [kind, n, r, p, salt = '', hash = ''] = kept.split('$')
  if (kind !== 'scrypt') return false
  const wanted = Buffer.from(hash, 'base64')
  const cost = { N: Number(n), r: Number(r), p: Number(p), maxmem: 256 * 1024 * 1024 }
  const made = scryptSync(words.normalize('NFKC'), Buffer.from(salt, 'base64'), wanted.length, cost)
  return timingSafeEqual(made, wanted)
}
