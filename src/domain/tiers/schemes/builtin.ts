import type { TierScheme } from '../../../model/tiers.ts'
import { amountCountScheme, creditSizeScheme, diningScheme, purchasingScheme, valuePotentialScheme } from './others.ts'
import { propertyScheme } from './property.ts'

/** Schemes every book starts with; the first is the primary one until the house says otherwise. */
export const builtinSchemes: readonly TierScheme[] = [
  propertyScheme,
  creditSizeScheme,
  purchasingScheme,
  amountCountScheme,
  diningScheme,
  valuePotentialScheme,
]
