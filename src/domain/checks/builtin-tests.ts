import type { BuiltinCheck, CheckContext } from '../../model/checks.ts'
import {
  findMistypedDomains,
  findPlaceholderEmails,
  findPlaceholderPhones,
  findShortLandlines,
  findUnknownSegments,
} from './contacts.ts'
import type { Report } from './finding.ts'
import { findMojibake } from './garbled.ts'
import {
  findBirthAgainstAgeBand,
  findBirthAgainstId,
  findDealsBeforeOpening,
  findGenderAgainstHonorific,
  findGenderAgainstId,
  findImpossibleAges,
  findOrgsWithCitizenNumber,
} from './identity.ts'
import { findLossyNumbers } from './lossy.ts'
import { findIncompleteNames, findOrgsNamedAsPerson, findPersonsNamedAsOrg, findPlaceholderNames } from './names.ts'
import { findAddressAgainstCity, findAreaCodeAgainstCity, findDistrictAgainstCity } from './places.ts'
import { findUnreadValues } from './unread.ts'
import type { ChunkView } from './view.ts'

/** Looks at a whole chunk, reports what it finds, and tells how many values it judged. */
type Finder = (view: ChunkView, report: Report, context: CheckContext) => number

/** The checks that are written in code; add one here, its name in `model/checks.ts`, its rule in `builtin-rules.ts`. */
export const finders: Readonly<Record<BuiltinCheck, { readonly find: Finder; readonly needs: readonly string[] }>> = {
  'placeholder-name': { find: findPlaceholderNames, needs: ['name'] },
  'placeholder-phone': { find: findPlaceholderPhones, needs: [] },
  'placeholder-email': { find: findPlaceholderEmails, needs: [] },
  'mobile-segment': { find: findUnknownSegments, needs: [] },
  'lossy-number': { find: findLossyNumbers, needs: ['id_number', 'uscc', 'source_code'] },
  'impossible-age': { find: findImpossibleAges, needs: ['birth'] },
  'birth-contradicts-id': { find: findBirthAgainstId, needs: ['birth', 'id_number'] },
  'gender-contradicts-id': { find: findGenderAgainstId, needs: ['gender', 'id_number'] },
  'gender-contradicts-honorific': { find: findGenderAgainstHonorific, needs: ['gender', 'honorific'] },
  'city-contradicts-area-code': { find: findAreaCodeAgainstCity, needs: [] },
  'district-contradicts-city': { find: findDistrictAgainstCity, needs: [] },
  'deal-before-opened': { find: findDealsBeforeOpening, needs: ['opened_on', 'first_deal_on', 'added_on'] },
  'person-named-as-org': { find: findPersonsNamedAsOrg, needs: ['name'] },
  'org-named-as-person': { find: findOrgsNamedAsPerson, needs: ['name', 'gender', 'birth', 'uscc', 'id_number'] },
  mojibake: {
    find: findMojibake,
    needs: ['name', 'title', 'department', 'employer', 'remark', 'industry', 'occupation'],
  },
  'birth-contradicts-age-band': { find: findBirthAgainstAgeBand, needs: ['birth', 'age_band', 'age_band_on'] },
  'org-with-citizen-number': { find: findOrgsWithCitizenNumber, needs: ['id_number'] },
  'value-unread': { find: findUnreadValues, needs: ['unread', 'birth', 'id_number', 'opened_on', 'added_on'] },
  'address-contradicts-city': { find: findAddressAgainstCity, needs: [] },
  'email-domain': { find: findMistypedDomains, needs: [] },
  'landline-length': { find: findShortLandlines, needs: [] },
  'name-incomplete': { find: findIncompleteNames, needs: ['name', 'honorific', 'given_name'] },
}
