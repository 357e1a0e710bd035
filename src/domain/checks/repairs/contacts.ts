import { contactTypes, type PartyChunk, type RepairProposal } from '../../../model/checks.ts'
import { areaOf } from '../../normalize/area.ts'
import { parseEmail } from '../../normalize/email.ts'
import { isMissing } from '../../normalize/missing.ts'
import { isPlaceholder } from '../../normalize/mobile.ts'
import { parsePhone } from '../../normalize/phone.ts'
import { isPlaceholderEmail } from '../contacts.ts'
import { isLossy } from '../lossy.ts'
import { emailType, isPhoneType } from '../view.ts'
import { upgradeLandline } from './landline-digits.ts'
import type { Propose } from './propose.ts'

const mobile = contactTypes.indexOf('mobile')

/** Phones and e-mails in their normal form, fillers taken out, and the city an area code tells. */
export function repairContacts(chunk: PartyChunk, propose: Propose): void {
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
  const mended = parsed.ok ? null : mendEmail(raw)
  const email = parsed.ok ? parsed.value : mended
  if (email === null) return
  const typo = parsed.ok ? parsed.notes?.find(({ code }) => code === 'email-domain-typo') : undefined
  if (isPlaceholderEmail(email)) {
    if (canonical !== null) suggest('placeholder-to-missing', null)
  } else if (typo?.params !== undefined) {
    suggest('email-domain', email.slice(0, email.indexOf('@') + 1) + String(typo.params['suggestion']), typo.params)
  } else if (email !== canonical) suggest(mended === null ? 'format-email' : 'email-mend', email)
}

const mailHosts: Readonly<Record<string, string>> = {
  qq: 'qq.com',
  '163': '163.com',
  '126': '126.com',
  gmail: 'gmail.com',
  sina: 'sina.com',
  hotmail: 'hotmail.com',
  outlook: 'outlook.com',
  foxmail: 'foxmail.com',
}

/** An address with a doubled @, or with a well-known host whose .com is missing; null where nothing certain can be done. */
function mendEmail(raw: string): string | null {
  const plain = raw.trim().toLowerCase().replace(/@{2,}/g, '@')
  const at = plain.lastIndexOf('@')
  const host = mailHosts[plain.slice(at + 1).replace(/\.$/, '')]
  const parsed = parseEmail(host === undefined ? plain : plain.slice(0, at + 1) + host)
  return parsed.ok && !parsed.notes?.some(({ code }) => code === 'email-domain-typo') ? parsed.value : null
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
