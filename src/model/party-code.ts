/** A party's code as people see it: C and at least six digits. */
export const codeOf = (partyId: number): string => `C${String(partyId).padStart(6, '0')}`
