import { z } from 'zod'

/** Stable name of a rule, scheme or segment. */
export const identifier = z.string().regex(/^[a-z][a-z0-9-]{0,60}$/)

/** Words of a thing; English may be left out. */
export const label = { zh: z.string().min(1), en: z.string().min(1).optional() }

/** English is said as Chinese where it was left out. */
export const bilingual = <T extends { zh: string; en?: string | undefined }>(value: T): T & { en: string } => ({
  ...value,
  en: value.en ?? value.zh,
})
