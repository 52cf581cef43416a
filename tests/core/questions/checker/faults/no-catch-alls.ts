import { aster } from './articles/aster.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

const BUYER = 'Which company agreed to buy Bexley Dairies on 3 February 2025?'
const SUED = 'Which company sued Lanxi Robotics in Tokyo in March 2024?'
const RATE = 'Who said that inflation could fall below 2% in 2025?'
const PLANT = 'In which city did Ujjwal Auto open a plant in 2023?'

export const noCatchAlls: Planted = {
  faults: [
    [
      'all of the above',
      sarvani.choice(PLANT, ['Pune', 'Chennai*', 'All of the above'], 'Chennai'),
      "'All of the above'",
    ],
    [
      'none of these',
      sarvani.choice(PLANT, ['Pune', 'Chennai*', 'None of these'], 'Chennai'),
      "'None of these'",
    ],
    ['letters', sarvani.choice(PLANT, ['Pune', 'Chennai*', 'A and B'], 'Chennai'), "'A and B'"],
    [
      'numbers of options',
      sarvani.choice(PLANT, ['Pune', 'Chennai*', 'Options 1 and 2'], 'Chennai'),
      "'Options 1 and 2'",
    ],
    [
      'two of the others joined',
      tarn.choice(
        BUYER,
        ['Penrose Capital', 'Tarn Foods*', 'Penrose Capital and Hale Bakeries', 'Hale Bakeries'],
        'agreed to buy',
      ),
      "'Penrose Capital and Hale Bakeries'",
    ],
    [
      'both',
      norland.choice(RATE, ['Nils Aker', 'Ilse Brandt*', 'Both of them'], 'could fall below'),
      "'Both of them'",
    ],
    [
      'neither',
      norland.choice(RATE, ['Nils Aker', 'Ilse Brandt*', 'Neither'], 'could fall below'),
      "'Neither'",
    ],
    [
      'not given',
      lanxi.choice(SUED, ['Redwood Partners', 'Kotara*', 'Not given'], 'sued Lanxi'),
      "'Not given'",
    ],
    [
      'nobody can tell',
      lanxi.choice(SUED, ['Redwood Partners', 'Kotara*', 'It cannot be determined'], 'sued Lanxi'),
      "'It cannot be determined'",
    ],
    [
      'do not know',
      lanxi.choice(SUED, ['Redwood Partners', 'Kotara*', "I don't know"], 'sued Lanxi'),
      "'I don't know'",
    ],
    [
      'another one',
      lanxi.choice(SUED, ['Redwood Partners', 'Kotara*', 'Another company'], 'sued Lanxi'),
      "'Another company'",
    ],
    [
      'any of those',
      sarvani.choice(
        'In which city was Sarvani Motors founded in 1987?',
        ['Pune*', 'Nashik', 'Any of those'],
        'founded in 1987',
      ),
      "'Any of those'",
    ],
    [
      'all of them among several right ones',
      sarvani.several(
        'With which two of these firms does Sarvani Motors compete, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses', 'All of them'],
        'competes with',
      ),
      "'All of them'",
    ],
    [
      'the first two',
      aster.choice(
        'From which company did Aster Air order 12 aircraft in March 2024?',
        ['Skyworks*', 'Blue Wing', 'The first two'],
        'ordered 12',
      ),
      "'The first two'",
    ],
  ],
  nearMisses: [
    ['names alone', sarvani.choice(PLANT, ['Pune', 'Chennai*', 'Nashik'], 'Chennai')],
    [
      'above as a word of the answer',
      lanxi.falsehood(
        'Shares of Lanxi Robotics closed 15% below the offer price on 17 June 2024.',
        'Shares of Lanxi Robotics closed 15% above the offer price on 17 June 2024.',
        'closed 15%',
      ),
    ],
    [
      'two names that are one answer',
      lanxi.choice(
        'Who founded Lanxi Robotics in 2014?',
        ['Gao Min and Chen Yu*', 'Tianhe Capital', 'Redwood Partners'],
        'founded Lanxi',
      ),
    ],
    [
      'an option of four',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall on 9 July 2024?',
        ['3%', '5%*', '8%', '12%'],
        'fell 5%',
      ),
    ],
    [
      'a company whose name says all',
      tarn.choice(BUYER, ['Allied Creameries', 'Tarn Foods*', 'Noneley Farms'], 'agreed to buy'),
    ],
    [
      'a company with a letter for its name',
      tarn.choice(BUYER, ['A and P Dairies', 'Tarn Foods*', 'B & Q Farms'], 'agreed to buy'),
    ],
    [
      'what was said of all flights',
      aster.choice(
        'What did Lena Fischer say would run on 12 July 2024?',
        ['all flights*', 'short flights', 'its oldest aircraft'],
        'all flights',
      ),
    ],
    ['people', norland.choice(RATE, ['Nils Aker', 'Ilse Brandt*', 'Rowan Research'], 'could fall below')],
    ['companies', lanxi.choice(SUED, ['Redwood Partners', 'Kotara*', 'Tianhe Capital'], 'sued Lanxi')],
    [
      'other as part of a name',
      lanxi.choice(
        'As of June 2024, who was chief executive of Lanxi Robotics?',
        ['Bo Other', 'Chen Yu*', 'Gao Min'],
        'Chen Yu, chief executive',
      ),
    ],
    [
      'three companies',
      aster.choice(
        'From which company did Aster Air order 12 aircraft in March 2024?',
        ['Skyworks*', 'Blue Wing', 'Norden Leasing'],
        'ordered 12',
      ),
    ],
  ],
}
