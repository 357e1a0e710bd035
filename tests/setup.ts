import fc from 'fast-check'

// One seed for everybody, so that CI says the same each time; FC_SEED=random (or a number) looks further.
const told = process.env['FC_SEED']
if (told !== 'random') fc.configureGlobal({ seed: Number(told ?? 20261122) })
