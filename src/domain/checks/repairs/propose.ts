import { contactTypes, type PartyChunk, type RepairProposal } from '../../../model/checks.ts'
import { areaOf } from '../../normalize/area.ts'
import { parseCitizenId } from '../../normalize/citizen-id.ts'
import { parseEmail } from '../../normalize/email.ts'
import { isMissing } from '../../normalize/missing.ts'
import { isPlaceholder } from '../../normalize/mobile.ts'
import { parsePhone } from '../../normalize/phone.ts'
import { surnameLength } from '../../normalize/surname.ts'
import { parseUscc } from '../../normalize/uscc.ts'
import { isPlaceholderEmail } from '../contacts.ts'
import { mendText } from '../garbled.ts'
import { isLossy, isOtherPaper } from '../lossy.ts'
import { looksLikeOrg } from '../names.ts'
import { emailType, isPhoneType, viewOf } from '../view.ts'
import { upgradeLandline } from './landline-digits.ts'
import { tidyName, tidyText } from './tidy.ts'

type Propose = (
  proposal: Omit<RepairProposal, 'partyId' | 'params'> & {
    readonly party: number
    readonly params?: RepairProposal['params']
  },
) => void

const textFields = [
  'name',
  'employer',
  'title',
  'department',
  'occupation',
  'short_name',
  'english_name',
  'legal_rep',
  'industry',
] as const
const garbledFields = [...textFields, 'remark'] as const
const mobile = contactTypes.indexOf('mobile')

/** Columns that `proposeRepairs` looks at, beside contacts and addresses. */
export const repairFields: readonly string[] = [...garbledFields, 'id_number', 'uscc', 'birth', 'gender', 'region']

/**
 * What could be mended in a chunk, each with before and after; nothing is changed here.
 *
 * Made so that mending twice changes nothing the second time. What has lost digits is never guessed at.
 */
export function proposeRepairs(chunk: PartyChunk): RepairProposal[] {
  const proposals: RepairProposal[] = []
  const propose: Propose = ({ party, params, ...rest }) =>
    void proposals.push({ ...rest, partyId: chunk.ids[party]!, params: params ?? {} })
  repairTexts(chunk, propose)
  repairCodes(chunk, propose)
  repairContacts(chunk, propose)
  fillFromId(chunk, propose)
  return proposals
}

function repairTexts({ values, count, kind }: PartyChunk, propose: Propose): void {
  const [names, employers] = [values['name'], values['employer']]
  const swapped = new Set<number>()
  for (let party = 0; party < count; party++) {
    const [name, employer] = [names?.[party] ?? null, employers?.[party] ?? null]
    if (name === null || employer === null || kind[party] !== 'person') continue
    const [mendedName, mendedEmployer] = [mend('name', name), mend('name', employer)]
    if (!looksLikeOrg(mendedName) || !isPersonal(mendedEmployer)) continue
    swapped.add(party)
    propose({ repair: 'swap-name-company', party, field: 'name', before: name, after: mendedEmployer })
    propose({ repair: 'swap-name-company', party, field: 'employer', before: employer, after: mend('employer', name) })
  }
  for (const field of garbledFields) {
    const column = values[field]
    if (column === undefined) continue
    for (let party = 0; party < count; party++) {
      const before = column[party]!
      if (before === null || ((field === 'name' || field === 'employer') && swapped.has(party))) continue
      const after = mend(field, before)
      if (after === before || after === '') continue
      propose({ repair: mendText(before) === null ? 'format-text' : 'mojibake', party, field, before, after })
    }
  }
}

const tidyFields = new Set(['name', 'legal_rep', 'short_name'])

/** Mended and tidied until nothing changes any more; remarks are mended only, their spaces may be meant. */
function mend(field: string, text: string): string {
  let value = text
  for (let round = 0; round < 4; round++) {
    const mended = mendText(value) ?? value
    const next = field === 'remark' ? mended : tidyFields.has(field) ? tidyName(mended) : tidyText(mended)
    if (next === value) return value
    value = next
  }
  return value
}

/** Two to four Chinese characters that begin with a surname. */
function isPersonal(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 4 &&
    /^[\u3400-\u9fff]+$/.test(text) &&
    surnameLength(text) > 0 &&
    !looksLikeOrg(text)
  )
}

function repairCodes({ values, count }: PartyChunk, propose: Propose): void {
  for (let party = 0; party < count; party++) {
    const id = values['id_number']?.[party] ?? null
    if (id !== null && !isLossy(id) && !isOtherPaper(id)) {
      const parsed = parseCitizenId(id)
      if (parsed.ok && parsed.value.valid && parsed.value.id !== id)
        propose({ repair: 'format-code', party, field: 'id_number', before: id, after: parsed.value.id })
    }
    const uscc = values['uscc']?.[party] ?? null
    if (uscc === null || isLossy(uscc)) continue
    const parsed = parseUscc(uscc)
    const sure = parsed.ok && !parsed.notes?.some(({ code }) => code === 'uscc-check')
    if (parsed.ok && sure && parsed.value !== uscc)
      propose({ repair: 'format-code', party, field: 'uscc', before: uscc, after: parsed.value })
  }
}

function repairContacts(chunk: PartyChunk, propose: Propose): void {
  const { count, party, type, raw, canonical } = chunk.contacts
  const cities = citiesOf(chunk)
  const filled = new Set<number>()
  for (let place = 0; place < count; place++) {
    const [who, kind, before] = [party[place]!, type[place]!, canonical[place]!]
    const isEmail = kind === emailType
    if (!isEmail && !isPhoneType[kind]) continue
    const suggest: Suggest = (repair, after, params = {}) =>
      propose({
        repair,
        party: who,
        field: isEmail ? 'email' : 'phone',
        place,
        before: before ?? raw[place]!,
        after,
        params,
      })
    if (isEmail) repairEmail(before, raw[place]!, suggest)
    else {
      const number = repairPhone(kind, before, raw[place]!, cities.get(who) ?? [], suggest)
      if (number !== null && !filled.has(who) && fillCity(chunk, who, number, cities, propose)) filled.add(who)
    }
  }
}

type Suggest = (repair: string, after: string | null, params?: RepairProposal['params']) => void

function repairEmail(canonical: string | null, raw: string, suggest: Suggest): void {
  if (canonical === null && isMissing(raw)) return
  const parsed = parseEmail(canonical ?? raw)
  if (!parsed.ok) return
  const typo = parsed.notes?.find(({ code }) => code === 'email-domain-typo')
  if (isPlaceholderEmail(parsed.value)) suggest('placeholder-to-missing', null)
  else if (typo?.params !== undefined)
    suggest(
      'email-domain',
      parsed.value.slice(0, parsed.value.indexOf('@') + 1) + String(typo.params['suggestion']),
      typo.params,
    )
  else if (parsed.value !== canonical) suggest('format-email', parsed.value)
}

/** Gives the number as it will be when it is a landline with its area code, else null. */
function repairPhone(
  kind: number,
  canonical: string | null,
  raw: string,
  cities: readonly string[],
  suggest: Suggest,
): string | null {
  if (canonical !== null && kind === mobile && isPlaceholder(canonical)) suggest('placeholder-to-missing', null)
  if (canonical === null && (isLossy(raw.trim()) || isMissing(raw))) return null
  const parsed = canonical === null ? parsePhone(raw) : null
  if (parsed !== null && (!parsed.ok || parsed.notes?.some(({ code }) => code === 'phone-placeholder') === true))
    return null
  const number = canonical ?? (parsed?.ok === true ? parsed.value.canonical : '')
  const type = parsed?.ok === true ? parsed.value.type : contactTypes[kind]!
  const upgraded = type === 'landline' ? upgradeLandline(number, cities) : null
  const code = number.slice(0, number.indexOf('-'))
  if (canonical === null) suggest('format-phone', upgraded?.number ?? number, { type })
  else if (upgraded !== null) suggest('landline-digits', upgraded.number, { code, digit: upgraded.digit })
  return type === 'landline' && number.startsWith('0') ? number : null
}

function citiesOf({ addresses }: PartyChunk): Map<number, string[]> {
  const cities = new Map<number, string[]>()
  for (let i = 0; i < addresses.count; i++) {
    const city = addresses.city[i] ?? null
    if (city !== null) cities.set(addresses.party[i]!, [...(cities.get(addresses.party[i]!) ?? []), city])
  }
  return cities
}

/** The city of a landline's area code, where the party's only address has none, or else its region is empty. */
function fillCity(
  chunk: PartyChunk,
  party: number,
  number: string,
  cities: ReadonlyMap<number, readonly string[]>,
  propose: Propose,
): boolean {
  if (cities.has(party)) return false
  const code = number.slice(0, number.indexOf('-'))
  const places = areaOf(code)?.places ?? []
  if (places.length !== 1 || places[0]!.includes('（')) return false
  const { addresses } = chunk
  let own = -1
  for (let i = 0; i < addresses.count && own !== -2; i++) if (addresses.party[i] === party) own = own === -1 ? i : -2
  const params = { code }
  if (own >= 0)
    propose({
      repair: 'city-from-area-code',
      party,
      field: 'city',
      place: own,
      before: null,
      after: places[0]!,
      params,
    })
  else if (own === -1 && (chunk.values['region']?.[party] ?? null) === null)
    propose({ repair: 'city-from-area-code', party, field: 'region', before: null, after: places[0]!, params })
  else return false
  return true
}

/** Birth date and sex stand in a valid citizen number; they are filled in where nothing was told. */
function fillFromId(chunk: PartyChunk, propose: Propose): void {
  const { citizen } = viewOf(chunk)
  const [births, genders] = [chunk.values['birth'], chunk.values['gender']]
  for (let party = 0; party < chunk.count; party++) {
    if (chunk.kind[party] !== 'person') continue
    const [birth, gender] = [births?.[party] ?? null, genders?.[party] ?? null]
    if (birth !== null && gender !== null) continue
    const id = citizen(party)
    if (id?.valid !== true) continue
    if (birth === null && id.birth !== undefined)
      propose({ repair: 'birth-from-id', party, field: 'birth', before: null, after: id.birth })
    if (gender === null) propose({ repair: 'gender-from-id', party, field: 'gender', before: null, after: id.gender })
  }
}
