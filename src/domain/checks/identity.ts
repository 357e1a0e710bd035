import type { CheckContext } from '../../model/checks.ts'
import type { Report } from './finding.ts'
import type { ChunkView } from './view.ts'

/** Older than anyone lives. */
export function findImpossibleAges({ chunk, column }: ChunkView, report: Report, { today }: CheckContext): number {
  const births = column('birth')
  if (births === undefined) return 0
  const thisYear = Number(today.slice(0, 4))
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    const birth = births[i]!
    if (birth === null || chunk.kind[i] !== 'person') continue
    const year = yearOf(birth)
    if (Number.isNaN(year)) continue
    judged++
    const age = thisYear - year
    // A day to come is told by a rule of its own.
    if (age > 115) report(i, 'birth', birth, { age })
  }
  return judged
}

/** Year of a partial date, NaN without one. */
function yearOf(birth: string): number {
  const text = birth.startsWith('lunar:') ? birth.slice(6) : birth
  const year = text.charCodeAt(4) === 0x2d || text.length === 4 ? Number(text.slice(0, 4)) : Number.NaN
  return year > 0 ? year : Number.NaN
}

/** The birth date told against the one in the citizen number; lunar dates say nothing about it. */
export function findBirthAgainstId({ chunk, column, citizen }: ChunkView, report: Report): number {
  const births = column('birth')
  if (births === undefined) return 0
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    const birth = births[i]!
    if (birth === null || birth.startsWith('lunar:')) continue
    const id = citizen(i)
    if (id?.valid !== true || id.birth === undefined) continue
    judged++
    const agrees = birth.startsWith('--') ? id.birth.endsWith(birth.slice(1)) : id.birth.startsWith(birth)
    if (!agrees) report(i, 'birth', birth, { inId: id.birth })
  }
  return judged
}

export function findGenderAgainstId({ chunk, column, citizen }: ChunkView, report: Report): number {
  const genders = column('gender')
  if (genders === undefined) return 0
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    const gender = genders[i]!
    if (gender !== 'M' && gender !== 'F') continue
    const id = citizen(i)
    if (id?.valid !== true) continue
    judged++
    if (id.gender !== gender) report(i, 'gender', gender, { inId: id.gender })
  }
  return judged
}

const genderOfHonorific = new Map<string, 'M' | 'F'>([
  ...['先生', '哥', '大哥', '叔', '叔叔', '伯伯', '爷爷', '老爷子', 'Mr', 'Mr.'].map((word) => [word, 'M'] as const),
  ...[
    '女士',
    '小姐',
    '太太',
    '夫人',
    '姐',
    '大姐',
    '阿姨',
    '奶奶',
    '嫂',
    '嫂子',
    'Ms',
    'Ms.',
    'Mrs',
    'Mrs.',
    'Miss',
  ].map((word) => [word, 'F'] as const),
])

export function findGenderAgainstHonorific({ chunk, column }: ChunkView, report: Report): number {
  const [genders, honorifics] = [column('gender'), column('honorific')]
  if (genders === undefined || honorifics === undefined) return 0
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    const [gender, honorific] = [genders[i]!, honorifics[i]!]
    if (gender === null || honorific === null) continue
    const implied = genderOfHonorific.get(honorific)
    if (implied === undefined) continue
    judged++
    if (implied !== gender) report(i, 'gender', gender, { honorific })
  }
  return judged
}

/** The age band told on a day against the birth year: a band is a guess, so two years either way are allowed. */
export function findBirthAgainstAgeBand({ chunk, column }: ChunkView, report: Report, { today }: CheckContext): number {
  const [births, bands, told] = [column('birth'), column('age_band'), column('age_band_on')]
  if (births === undefined || bands === undefined) return 0
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    const match = births[i] == null || bands[i] == null ? null : /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(bands[i]!)
    const year = match === null ? Number.NaN : yearOf(births[i]!)
    if (match === null || Number.isNaN(year)) continue
    judged++
    const age = Number((told?.[i] ?? today).slice(0, 4)) - year
    if (age < Number(match[1]) - 2 || age > Number(match[2] ?? match[1]) + 2) report(i, 'age_band', bands[i]!, { age })
  }
  return judged
}

/** An organisation with a citizen number: a shop under its owner's name, or a person filed as an organisation. */
export function findOrgsWithCitizenNumber({ chunk, citizen, column }: ChunkView, report: Report): number {
  const ids = column('id_number')
  if (ids === undefined) return 0
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    if (chunk.kind[i] !== 'org' || ids[i] === null) continue
    judged++
    if (citizen(i)?.valid === true) report(i, 'id_number', ids[i]!)
  }
  return judged
}

/** A purchase before the customer was put on the books; a day that is only the day of the import says nothing. */
export function findDealsBeforeOpening({ chunk, column }: ChunkView, report: Report): number {
  const [opened, first, added] = [column('opened_on'), column('first_deal_on'), column('added_on')]
  if (opened === undefined || first === undefined) return 0
  let judged = 0
  for (let i = 0; i < chunk.count; i++) {
    const [since, deal] = [opened[i]!, first[i]!]
    if (since === null || deal === null || since === added?.[i]) continue
    judged++
    if (deal < since) report(i, 'opened_on', since, { deal })
  }
  return judged
}
