import { foldKey } from '../normalize/fold.ts'

/** Facts by which people are recognised: a number plate (of the driver), the numbers of files and registers. */
const markFields = ['car', 'file_no', 'register_no', 'tax_no'] as const

/** A mark without its separators: 浙A·88888 and 浙a88888 are one. */
export const foldMark = (text: string): string => foldKey(text).replace(/[·•.\-_]/g, '')

/** How texts are folded to be looked for, and what is a mark. */
export const searchSetting = { fold: foldKey, foldMark, markFields } as const
