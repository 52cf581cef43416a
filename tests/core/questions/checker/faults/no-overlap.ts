import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

const STRIKE = 'What did the strike cost Aster Air a day in July 2024?'
const SHARES = 'By how much did shares of Corvane rise on 24 October 2024?'
const VISITORS =
  'What share of spending did visitors from abroad account for in the first half of 2024, by the account of Akira Senda?'

export const noOverlap: Planted = {
  faults: [
    [
      'ranges that overlap',
      aster.choice(STRIKE, ['€1m to €2m', '€3m to €4m*', '€3.5m to €5m'], 'The strike cost'),
      "'€3.5m to €5m'",
    ],
    [
      'a range inside a range',
      aster.choice(STRIKE, ['€2.5m to €9m', '€3m to €4m*', '€10m to €12m'], 'The strike cost'),
      "'€2.5m to €9m'",
    ],
    [
      'wrong ranges that overlap each other',
      aster.choice(STRIKE, ['€3m to €4m*', '€5m to €8m', '€7m to €9m'], 'The strike cost'),
      "'€5m to €8m'",
    ],
    [
      'ranges with between and and',
      aster.choice(
        STRIKE,
        ['between €1m and €2m', 'between €3m and €4m*', 'between €3m and €6m'],
        'The strike cost',
      ),
      "'between €3m and €6m'",
    ],
    [
      'ranges with a dash',
      aster.choice(STRIKE, ['€1m–€2m', '€3m–€4m*', '€3.2m–€6m'], 'The strike cost'),
      "'€3.2m–€6m'",
    ],
    [
      'all open above',
      corvane.choice(SHARES, ['more than 6%*', 'more than 9%', 'more than 12%'], 'more than 6%'),
      "'more than 9%'",
    ],
    [
      'open above with over',
      corvane.choice(SHARES, ['over 6%*', 'over 9%', 'over 12%'], 'more than 6%'),
      "'over 9%'",
    ],
    [
      'a plain figure within an open one',
      corvane.choice(SHARES, ['more than 6%*', 'about 9%', 'about 12.5%'], 'more than 6%'),
      "'more than 6%'",
    ],
    [
      'at least in every option',
      veld.choice(
        'What fine had Green Delta and Clean Rivers asked for by July 2024?',
        ['at least €60m*', 'at least €90m', 'at least €130m'],
        'at least',
      ),
      "'at least €90m'",
    ],
    [
      'open below',
      hoshino.choice(VISITORS, ['nearly 30%*', 'under 20%', 'under 10%'], 'nearly 30%'),
      "'under 20%'",
    ],
    [
      'or more, all of them',
      corvane.choice(
        'By what percentage or more did shares of Corvane rise on 24 October 2024?',
        ['6% or more*', '9% or more', '12% or more'],
        'more than 6%',
      ),
      "'9% or more'",
    ],
    [
      'or more',
      corvane.choice(SHARES, ['more than 6%*', '9% or more', '12% or more'], 'more than 6%'),
      "'9% or more'",
    ],
    [
      'a fraction and a percentage',
      sarvani.choice(
        'As of May 2024, what share of Tejas Batteries does Orbis Fund own?',
        ['less than half', 'two-thirds*', 'more than 60%'],
        'Orbis Fund',
      ),
      "'more than 60%'",
    ],
  ],
  nearMisses: [
    [
      'ranges side by side',
      aster.choice(STRIKE, ['€1m to €2m', '€3m to €4m*', '€5m to €6m'], 'The strike cost'),
    ],
    [
      'ranges that touch',
      aster.choice(STRIKE, ['€1m to €3m', '€3m to €4m*', '€4m to €6m'], 'The strike cost'),
    ],
    [
      'between and and, apart',
      aster.choice(
        STRIKE,
        ['between €1m and €2m', 'between €3m and €4m*', 'between €5m and €6m'],
        'The strike cost',
      ),
    ],
    [
      'plain figures',
      corvane.choice(
        'By more than what percentage did shares of Corvane rise on 24 October 2024?',
        ['6%*', '9%', '12%'],
        'more than 6%',
      ),
    ],
    [
      'rough figures',
      norland.choice(
        'By what percentage did house prices in Norland fall in 2023?',
        ['about 5%', 'about 8%*', 'about 12%'],
        'House prices',
      ),
    ],
    [
      'nearly in every option',
      hoshino.choice(VISITORS, ['nearly 10%', 'nearly 20%', 'nearly 30%*'], 'nearly 30%'),
    ],
    [
      'years side by side',
      lanxi.choice('When was Lanxi Robotics founded?', ['2012', '2014*', '2017'], 'founded Lanxi'),
    ],
    [
      'ranges in millions and a billion',
      corvane.choice(
        'Paul Idris said what capital spending of Corvane would be in 2025?',
        ['between $500m and $700m', 'between $900m and $1.1bn*', 'between $1.3bn and $1.5bn'],
        'capital spending',
        { stem: 'According to Paul Idris, what would capital spending of Corvane be in 2025?' },
      ),
    ],
    [
      'figures with a minus',
      aster.choice('What loss did Aster Air make in 2023?', ['€40m', '€85m*', '€130m'], 'made a loss'),
    ],
    [
      'days',
      tarn.choice(
        'When did Tarn Foods agree to buy Bexley Dairies?',
        ['9 January 2025', '27 January 2025', '3 February 2025*'],
        'agreed to buy',
      ),
    ],
    [
      'several figures',
      norland.several(
        'Which two of these are what exports of fish and timber from Norland were worth in 2023?',
        ['17bn kroner*', '21bn kroner*', '50bn kroner', '84bn kroner'],
        'Exports of Norland',
      ),
    ],
  ],
}
