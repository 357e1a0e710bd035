import { describe, expect, it } from 'vitest'
import { isListed, needsOf } from '../../../src/commands/access/needs.ts'
import { accessActions, accessGroups } from '../../../src/model/access.ts'
import { commandTree } from '../../support/command-tree.ts'

const tree = await commandTree()

describe('what commands take', () => {
  it('is told for every command of the program', () => {
    expect(tree.length).toBeGreaterThan(100)
    expect(tree.map(({ path }) => path).filter((path) => !isListed(path))).toEqual([])
  })

  it('is an action on a group that exist', () => {
    const needs = tree.flatMap(({ path }) => needsOf(path)).map((need) => need.split(' '))
    expect(needs.filter(([action]) => !accessActions.includes(action as never))).toEqual([])
    expect(needs.filter(([, group]) => !accessGroups.includes(group as never))).toEqual([])
  })
})
