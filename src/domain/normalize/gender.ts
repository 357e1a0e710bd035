import { bad, good, type Parsed } from '../../model/parsed.ts'
import { foldKey } from './fold.ts'
import { isMissing } from './missing.ts'

const words: Readonly<Record<string, 'M' | 'F'>> = {
  男: 'M',
  男性: 'M',
  男士: 'M',
  先生: 'M',
  m: 'M',
  male: 'M',
  man: 'M',
  '1': 'M',
  mr: 'M',
  'mr.': 'M',
  公: 'M',
  男生: 'M',
  帅哥: 'M',
  爷: 'M',
  boy: 'M',
  女: 'F',
  女性: 'F',
  女士: 'F',
  小姐: 'F',
  太太: 'F',
  f: 'F',
  female: 'F',
  woman: 'F',
  '2': 'F',
  ms: 'F',
  'ms.': 'F',
  mrs: 'F',
  'mrs.': 'F',
  miss: 'F',
  母: 'F',
  女生: 'F',
  美女: 'F',
  girl: 'F',
  夫人: 'F',
}

/** Reads a gender: 男, 女士, M, 1 and 2 of GB/T 2261.1, ticked boxes. */
export function parseGender(cell: string | number): Parsed<'M' | 'F'> {
  const text = String(cell)
  if (isMissing(text)) return bad('gender-missing')
  const key = foldKey(text)
  const known = words[key]
  if (known !== undefined) return good(known)
  // A box stands before its word; after it only where no box stands before.
  const box = (/[☑✓✔√■●☒](男|女)/.exec(key) ?? /(男|女)[☑✓✔√■●]/.exec(key))?.[1]
  if (box !== undefined) return good(box === '男' ? 'M' : 'F')
  if (key === '0' || key === '9' || key === '未知' || key === '保密' || /^[□○](男|女)[□○](男|女)$/.test(key))
    return bad('gender-missing')
  return bad('gender-unknown', { value: text })
}
