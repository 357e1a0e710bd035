import { parseAge } from '../normalize/age.ts'
import { parseCitizenId } from '../normalize/citizen-id.ts'
import { parseDate } from '../normalize/date.ts'
import { foldText } from '../normalize/fold.ts'
import { parseGender } from '../normalize/gender.ts'
import { parseUscc } from '../normalize/uscc.ts'
import { type CellReader, type ColumnFacts, memoised, readDateText } from './cell-values.ts'
import { cellText } from './cells.ts'
import { note, notes } from './row-draft.ts'

/** The reader of a gender column. */
export const genderReader = (facts: ColumnFacts): CellReader => {
  const read = memoised((text) => parseGender(text))
  return (draft, cell) => {
    const gender = read(cellText(cell))
    if (gender.ok) draft.values.gender = gender.value
    else if (gender.reason.code !== 'gender-missing') note(draft, gender.reason, facts.column, 'gender', cellText(cell))
  }
}

/** The reader of a birthday column. */
export const birthReader = (facts: ColumnFacts): CellReader => {
  const { order, era } = facts.dates
  const dates = { ...(order !== undefined && { order }), ...(era !== undefined && { era }) }
  return (draft, cell) => {
    const read = typeof cell === 'string' ? readDateText(cell, dates, undefined) : parseDate(cell, dates)
    if (read.ok) {
      draft.values.birth = read.value.partial
      notes(draft, read.notes, facts.column, 'birth')
    } else if (read.reason.code !== 'date-missing') note(draft, read.reason, facts.column, 'birth', cellText(cell))
  }
}

/** The reader of a column of ages or age bands. */
export const ageReader =
  (facts: ColumnFacts): CellReader =>
  (draft, cell) => {
    const read = parseAge(typeof cell === 'number' ? cell : cellText(cell))
    if (!read.ok) {
      if (read.reason.code !== 'age-missing') note(draft, read.reason, facts.column, 'age_band', cellText(cell))
      return
    }
    const { age, band, birthDecade } = read.value
    const year = Number(facts.today.slice(0, 4))
    const told =
      band ??
      (age === undefined ? undefined : String(age)) ??
      (birthDecade === undefined ? undefined : `${year - birthDecade - 9}-${year - birthDecade}`)
    if (told === undefined) return
    draft.values.age_band = told
    draft.values.age_band_on = facts.today
  }

/** A number of papers: a citizen number, or a credit code where organisations stand in the same column. */
export const paperReader =
  (facts: ColumnFacts, expected: 'id_number' | 'uscc'): CellReader =>
  (draft, cell) => {
    const [text = '', ...more] = foldText(cellText(cell))
      .replace(/^'/, '')
      .split(/[/、,，;；\s]+(?=\d{17})/)
    draft.moreIds.push(...more)
    // Written in groups (91440608 MA3LC61N88) it is the same number.
    const bare = text.replace(/[\s-]/g, '')
    const citizen = /^[1-9]\d{16}[\dXx]$/.test(bare) && !/^9[1-3]/.test(bare)
    if (citizen || (expected === 'id_number' && !/^[0-9A-Za-z]{2}\d{6}[0-9A-Za-z]{10}$/.test(bare))) {
      const read = parseCitizenId(typeof cell === 'number' ? cell : text)
      if (read.ok) {
        draft.values.id_number = read.value.id
        notes(draft, read.notes, facts.column, 'id_number')
      } else {
        if (!read.reason.code.endsWith('-missing')) note(draft, read.reason, facts.column, 'id_number', text)
        if (/^[A-Za-z0-9()]{5,20}$/.test(text) && /[A-Za-z]/.test(text))
          draft.facts.push({ field: 'id_other', value: text.toUpperCase() })
      }
      return
    }
    const read = parseUscc(text)
    if (!read.ok) {
      note(draft, read.reason, facts.column, 'uscc', text)
      draft.facts.push({ field: 'tax_no', value: text })
      return
    }
    const old = read.notes?.some(
      (reason) => reason.code === 'uscc-old-number' || reason.code === 'uscc-organisation-code',
    )
    if (old) draft.facts.push({ field: 'tax_no', value: read.value })
    else draft.values.uscc = read.value
    notes(draft, read.notes, facts.column, old ? 'tax_no' : 'uscc')
  }
