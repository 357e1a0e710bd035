import type { Messages } from './catalogue.ts'

/** The topics' sentences, found by the code of a `Reason`. */
export const topics: Messages = {}
