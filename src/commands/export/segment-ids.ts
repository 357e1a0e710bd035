import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'
import { computeSegments, loadSegment } from '../segment/load.ts'

/** Members of a saved segment, computed now. @throws {KehuError} `segment-missing`, `policy-broken` */
export const segmentIds = (ctx: Context, book: Book, name: string): readonly number[] =>
  computeSegments(ctx, book, [loadSegment(ctx, book, name).segment])[0]!.members
