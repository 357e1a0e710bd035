import { bulkIndexes, initial } from './0001-initial.ts'
import { protection } from './0002-protection.ts'
import { seats } from './0003-seats.ts'

/** Statements that bring a book from version i to version i + 1, in order. A released one is frozen. */
export const migrations: readonly string[] = [
  `${initial}\n${Object.values(bulkIndexes).join(';\n')};`,
  protection,
  seats,
]
