import { join, resolve } from 'node:path'
import { nearestUpwards } from '../files/places.ts'
import type { BookPlace } from './context.ts'

/** File name of a customer book. */
export const BOOK_NAME = 'kehu.db'

/** Where the book is: `--db`, `KEHU_DB`, the nearest `kehu.db` upwards, else the XDG data folder (whether it exists there or not). */
export function findBookPlace(from: {
  readonly flag: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
}): BookPlace {
  const { flag, env, cwd } = from
  if (flag !== undefined) return { path: resolve(cwd, flag), by: '--db' }
  const told = env['KEHU_DB']
  if (told !== undefined && told !== '') return { path: resolve(cwd, told), by: 'KEHU_DB' }
  const near = nearestUpwards(cwd, BOOK_NAME)
  if (near !== undefined) return { path: near, by: 'folder' }
  const data = env['XDG_DATA_HOME'] ?? join(env['HOME'] ?? cwd, '.local', 'share')
  return { path: join(data, 'kehu', BOOK_NAME), by: 'data-folder' }
}
