'use server'

import { action } from '#server/action'
import {
  assignmentSchema,
  changeAssignment as change,
  createAssignment as create,
  removeAssignment as remove,
} from '#server/assignments/assign'
import {
  setCounting as counting,
  countingSchema,
  countAllMissed as countMissed,
} from '#server/assignments/categories'
import { collectAll as collect } from '#server/assignments/collect'
import { setGrade as grade, gradeSchema } from '#server/assignments/grades'
import {
  extendTime as extend,
  extendSchema,
  setOverride as override,
  overrideSchema,
} from '#server/assignments/overrides'
import {
  releaseGrades as release,
  releaseSchema,
  takeBackScores as takeBack,
} from '#server/assignments/release'
import { assignSchema, changeSchema } from '#server/assignments/rules'
import { classSchema } from '#server/classes/taught'

export const assignToClass = action({ deed: 'teach-class', input: assignSchema }, create)
export const changeAssignment = action({ deed: 'teach-class', input: changeSchema }, change)
export const removeAssignment = action({ deed: 'teach-class', input: assignmentSchema }, remove)
export const setOverride = action({ deed: 'teach-class', input: overrideSchema }, override)
export const extendTime = action({ deed: 'teach-class', input: extendSchema }, extend)
export const setGrade = action({ deed: 'teach-class', input: gradeSchema }, grade)
export const collectAll = action({ deed: 'teach-class', input: assignmentSchema }, collect)
export const setCounting = action({ deed: 'teach-class', input: countingSchema }, counting)
export const countAllMissed = action({ deed: 'teach-class', input: classSchema }, countMissed)
export const releaseGrades = action({ deed: 'teach-class', input: releaseSchema }, release)
export const takeBackScores = action({ deed: 'teach-class', input: assignmentSchema }, takeBack)
