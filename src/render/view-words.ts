import type { Lang } from '../model/units.ts'
import { fill } from './text/catalogue.ts'
import { viewsText } from './text/views.ts'

/** Words of the screens in the reader's language. */
export const viewWord = (
  lang: Lang,
  key: keyof typeof viewsText,
  params: Readonly<Record<string, string | number>> = {},
): string => fill(viewsText[key][lang], params)
