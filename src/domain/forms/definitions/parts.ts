import type { Choice } from '../../../model/dictionary.ts'
import type { FormItem, FormSection } from '../../../model/forms.ts'

type More = Omit<FormItem, 'field'>

/** A question that may stay empty. */
export const item = (field: string, more: More = {}): FormItem => ({ field, ...more })

/** ※ A question that must be answered. */
export const must = (field: string, more: More = {}): FormItem => ({ field, required: true, ...more })

/** A question of the full variant only. */
export const full = (field: string, more: More = {}): FormItem => ({ field, full: true, ...more })

export const label = (zh: string, en: string): { label: { zh: string; en: string } } => ({ label: { zh, en } })
export const help = (zh: string, en: string): { help: { zh: string; en: string } } => ({ help: { zh, en } })

export const pick = (value: string, zh: string, en: string, synonyms: readonly string[] = []): Choice =>
  synonyms.length === 0 ? { value, zh, en } : { value, zh, en, synonyms }

export const section = (
  key: string,
  zh: string,
  en: string,
  items: readonly FormItem[],
  more: Pick<FormSection, 'full' | 'repeat'> = {},
): FormSection => ({ key, zh, en, items, ...more })

/** 年龄区间: an age is told as a band, kept with the day it was told. */
export const ageBands: readonly Choice[] = [
  pick('-18', '18岁以下', 'under 18', ['未成年']),
  pick('18-25', '18–25岁', '18–25'),
  pick('26-35', '26–35岁', '26–35'),
  pick('36-45', '36–45岁', '36–45'),
  pick('46-55', '46–55岁', '46–55'),
  pick('56-65', '56–65岁', '56–65'),
  pick('66+', '65岁以上', 'over 65', ['66岁以上']),
]

export const phoneHelp = help(
  '手机 11 位；座机写区号，如 0571-88651234；分机写在后面，如 转801；可写几个，用空格分开。',
  'A mobile has 11 digits; a landline needs its area code, 0571-88651234; several are parted by blanks.',
)
export const dateHelp = help('如 2026-11-22、11月22日、今天、昨天。', 'Such as 2026-11-22, 22 Nov, today, yesterday.')
export const birthHelp = help(
  '公历 1985-06-01；不知年份写 6月1日；农历写 农历八月十五。',
  '1985-06-01; without a year 6月1日; lunar 农历八月十五.',
)
export const moneyHelp = help('如 80万、100-150万、300万以内、不限。', 'Such as 80万, 100-150万, at most 300万.')
