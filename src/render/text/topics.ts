import { accessText } from './access.ts'
import { analysisText } from './analysis.ts'
import { askText } from './ask.ts'
import { cardsText } from './cards.ts'
import type { Messages } from './catalogue.ts'
import { checksText } from './checks.ts'
import { contactsText } from './contacts.ts'
import { dealsText } from './deals.ts'
import { dedupeReasons } from './dedupe.ts'
import { demandsText } from './demands.ts'
import { editingText } from './editing.ts'
import { exportText } from './export.ts'
import { expressionsText } from './expressions.ts'
import { filesText } from './files.ts'
import { formsText } from './forms.ts'
import { importText } from './import.ts'
import { intakeText } from './intake.ts'
import { matchingText } from './matching.ts'
import { occasionsText } from './occasions.ts'
import { operationsText } from './operations.ts'
import { privacyText } from './privacy.ts'
import { productsText } from './products.ts'
import { profileText } from './profile.ts'
import { qualityText } from './quality.ts'
import { reportsText } from './reports.ts'
import { scheduleText } from './schedule.ts'
import { segmentsText } from './segments.ts'
import { tiersText } from './tiers.ts'
import { valuesText } from './values.ts'
import { viewsText } from './views.ts'
import { whomText } from './whom.ts'
import { writingText } from './writing.ts'

/** The topics' sentences, found by the code of a `Reason`. */
export const topics: Messages = {
  ...accessText,
  ...analysisText,
  ...demandsText,
  ...cardsText,
  ...occasionsText,
  ...contactsText,
  ...editingText,
  ...askText,
  ...checksText,
  ...dealsText,
  ...exportText,
  ...expressionsText,
  ...filesText,
  ...formsText,
  ...importText,
  ...intakeText,
  ...dedupeReasons,
  ...matchingText,
  ...operationsText,
  ...productsText,
  ...privacyText,
  ...profileText,
  ...qualityText,
  ...reportsText,
  ...scheduleText,
  ...segmentsText,
  ...tiersText,
  ...valuesText,
  ...viewsText,
  ...whomText,
  ...writingText,
}
