import type { PartyChunk, RepairProposal } from '../../../model/checks.ts'
import { parseCitizenId } from '../../normalize/citizen-id.ts'
import { parseUscc } from '../../normalize/uscc.ts'
import { isLossy, isOtherPaper } from '../lossy.ts'
import { viewOf } from '../view.ts'
import { repairContacts } from './contacts.ts'
import { partCityAndDistrict } from './glued.ts'
import type { Script } from './script.ts'
import { garbledFields, repairTexts } from './texts.ts'

/** Takes one proposal; `party` is the index in the chunk. */
export type Propose = (
  proposal: Omit<RepairProposal, 'partyId' | 'params'> & {
    readonly party: number
    readonly params?: RepairProposal['params']
  },
) => void

/** Columns that `proposeRepairs` looks at, beside contacts and addresses. */
export const repairFields: readonly string[] = [...garbledFields, 'id_number', 'uscc', 'birth', 'gender', 'region']

/** Every kind of repair there is; `render/text/checks.ts` has the words of each as `repair.<id>`. */
export const repairIds: readonly string[] = [
  ...['format-phone', 'format-text', 'format-email', 'format-code', 'email-mend', 'email-domain', 'swap-name-company'],
  ...[
    'city-from-area-code',
    'landline-digits',
    'placeholder-to-missing',
    'mojibake',
    'birth-from-id',
    'gender-from-id',
  ],
  ...['split-name-phone', 'split-employer-title', 'split-city-district', 'script'],
]

/**
 * What could be mended in a chunk, each with before and after; nothing is changed here.
 *
 * Made so that mending twice changes nothing the second time. What has lost digits is never guessed at, nor is a character
 * that the script of the house writes in more than one way.
 */
export function proposeRepairs(chunk: PartyChunk, style: { readonly script?: Script } = {}): RepairProposal[] {
  const proposals: RepairProposal[] = []
  const propose: Propose = ({ party, params, ...rest }) =>
    void proposals.push({ ...rest, partyId: chunk.ids[party]!, params: params ?? {} })
  repairTexts(chunk, propose, style.script)
  repairCodes(chunk, propose)
  repairContacts(chunk, propose)
  partCities(chunk, propose)
  fillFromId(chunk, propose)
  return proposals
}

function partCities({ addresses }: PartyChunk, propose: Propose): void {
  for (let place = 0; place < addresses.count; place++) {
    const [before, party] = [addresses.city[place] ?? null, addresses.party[place]!]
    if (before === null || (addresses.district[place] ?? null) !== null) continue
    const parted = partCityAndDistrict(before)
    if (parted === null) continue
    const repair = 'split-city-district'
    propose({ repair, party, field: 'city', place, before, after: parted.first })
    propose({ repair, party, field: 'district', place, before: null, after: parted.second })
  }
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
