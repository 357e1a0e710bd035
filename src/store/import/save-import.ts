import type { RowsPart } from '../../model/import-parts.ts'
import type { TableReading } from '../../model/intake.ts'
import { ROW, type SearchKeys } from '../../model/packed-rows.ts'
import type { Reason } from '../../model/parsed.ts'
import type { Book } from '../book.ts'
import { cached, type Operation } from '../journal.ts'
import { bulkTable } from './bulk.ts'
import { bulkIndexSteps, dropBulkIndexes } from './indexes.ts'
import { knownBefore } from './known.ts'
import { rawBlocks } from './raw-blocks.ts'
import { type Saving, saveRow, settle } from './save-row.ts'
import type { Conflict, ConflictPolicy } from './update-party.ts'
import type { StubDraft } from './waiting.ts'
import { eventWriter } from './write-events.ts'
import { partyWriter } from './write-party.ts'

export interface ImportOptions {
  readonly batchId: number
  readonly sourceId: number | null
  readonly today: string
  readonly policy: ConflictPolicy
  readonly fields?: Readonly<Record<string, ConflictPolicy>>
  readonly onConflict?: (conflict: Conflict) => void
  readonly searchKeys: (name: string) => SearchKeys
  readonly stubDraft: StubDraft
  /** Told of every row as it is decided. */
  readonly onRow?: (line: RowFateLine) => void
}

/** What becomes of one row. `party` is the customer it leads to, where there is one already. */
export interface RowFateLine {
  readonly sheet: string
  readonly row: number
  readonly fate: SavedFate
  readonly party: number | null
  readonly reason?: Reason
}

/** `added`: a row whose deals or contacts went to a customer without changing the customer. */
const SAVED_FATES = ['created', 'updated', 'unchanged', 'duplicate', 'added', 'skipped', 'rejected'] as const
export type SavedFate = (typeof SAVED_FATES)[number]

/** Rows by fate, and what came of them. */
export type ImportCounts = Record<SavedFate | 'rows' | 'stubs' | 'deals' | 'interactions' | 'parties', number>

/** Takes the rows of one file into the book, sheet by sheet, inside the caller's transaction. */
export interface ImportSaver {
  readonly startSheet: (place: number, name: string) => void
  /** Takes the next rows of the sheet. */
  readonly saveRows: (part: RowsPart) => void
  readonly finishSheet: (readings: readonly TableReading[]) => void
  /** Waits until the raw rows so far are packed and written. */
  readonly drain: () => Promise<void>
  /** `goOn` is called between long steps, and may throw. */
  readonly finish: (goOn?: () => void) => Promise<ImportCounts>
  /** To be called when the import is given up, before the transaction is rolled back. */
  readonly abandon: () => void
}

/** Deals and contacts kept back until the indexes stand; more than this and the indexes are made at once. */
const MOST_WAITING = 20_000

/** Opens a file's import. Indexes of an empty book are dropped, and made again at the end: 2.6 s against 29 s for a million rows. */
export function saveImport(book: Book, operation: Operation, options: ImportOptions): ImportSaver {
  const saving = openSaving(book, operation, options)
  const { blocks, counts } = saving
  let taken = 0
  return {
    startSheet(place, name) {
      const insert = `insert into sheet (batch_id, place, name, reading, operation_id) values (?, ?, ?, '[]', ?)`
      const id = Number(cached(book, insert).run(options.batchId, place, name, operation.id).lastInsertRowid)
      saving.sheet = { id, name }
    },
    saveRows({ rows, keys, headings, raw }) {
      for (const text of raw) blocks.add(saving.sheet.id, text)
      let at = 0
      for (const key of keys) {
        saveRow(saving, rows, at, { key, headings })
        at += rows[at + ROW.size] as number
      }
      taken += keys.length
      if (saving.waiting.length > MOST_WAITING) settle(saving)
    },
    finishSheet(readings) {
      cached(book, 'update sheet set reading = ? where id = ?').run(JSON.stringify(readings), saving.sheet.id)
    },
    drain: blocks.drain,
    abandon: blocks.abandon,
    async finish(goOn = () => {}) {
      saving.parties.flush()
      saving.sourceRows.flush()
      if (!saving.indexed) {
        for (const _ of bulkIndexSteps(book)) {
          await new Promise(setImmediate)
          goOn()
        }
      }
      saving.indexed = true
      settle(saving)
      saving.parties.close()
      saving.events.close()
      saving.sourceRows.close()
      await blocks.drain()
      const fates = SAVED_FATES.reduce((sum, fate) => sum + counts[fate], 0)
      if (fates !== taken || counts.rows !== taken) throw new Error(`${taken} rows came in, ${fates} have a fate`)
      return counts
    },
  }
}

function openSaving(book: Book, operation: Operation, given: ImportOptions): Saving {
  const searchKeys = latest(given.searchKeys)
  const options = { ...given, searchKeys }
  const wasEmpty = book.sqlite.prepare('select 1 from party limit 1').get() === undefined
  const known = knownBefore(book, operation.id, { wasEmpty, nameKey: (name) => searchKeys(name).key })
  if (wasEmpty) dropBulkIndexes(book)
  const columns = ['sheet_id', 'row_no', 'key', 'fate', 'party_id', 'reason', 'notes']
  return {
    ...{ book, operation, options, known },
    parties: partyWriter(book, operation, searchKeys),
    events: eventWriter(book, operation),
    blocks: rawBlocks(book, operation.id),
    sourceRows: bulkTable(book, operation, { entity: 'source_row', columns }, { journalled: false }),
    counts: {
      ...{ rows: 0, created: 0, updated: 0, unchanged: 0, duplicate: 0, added: 0, skipped: 0, rejected: 0 },
      ...{ stubs: 0, deals: 0, interactions: 0, parties: 0 },
    },
    indexed: !wasEmpty,
    sheet: { id: 0, name: '' },
    waiting: [],
  }
}

/** Asked for the same name twice in a row, it answers from memory. */
function latest(searchKeys: (name: string) => SearchKeys): (name: string) => SearchKeys {
  let name: string | undefined
  let keys: SearchKeys | undefined
  return (asked) => {
    if (asked !== name || keys === undefined) keys = searchKeys(asked)
    name = asked
    return keys
  }
}
