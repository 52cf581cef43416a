import { aster } from './articles/aster.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const noConvergence: Planted = {
  faults: [
    [
      'two companies, each in another pair',
      sarvani.choice(
        'As of May 2024, with which firms does Sarvani Motors compete?',
        ['Ujjwal Auto and Meru Buses', 'Ujjwal Auto and Devika Cars*', 'Orbis Fund and Devika Cars'],
        'competes with',
      ),
      "'Ujjwal Auto and Devika Cars'",
    ],
    [
      'two founders, each beside somebody else',
      lanxi.choice(
        'Who founded Lanxi Robotics in 2014?',
        ['Gao Min and Hideo Mori', 'Gao Min and Chen Yu*', 'Kotara and Chen Yu'],
        'founded Lanxi',
      ),
      "'Gao Min and Chen Yu'",
    ],
    [
      'first name and surname each twice',
      tarn.choice(
        'As of February 2025, who was chief executive of Tarn Foods?',
        ['Ruth Lunn', 'Ruth Amadi*', 'Grace Amadi'],
        'Ruth Amadi, chief',
      ),
      "'Ruth Amadi'",
    ],
    [
      'surname first',
      norland.choice(
        'As of May 2024, who was governor of the Bank of Norland?',
        ['Ilse Aker', 'Ilse Brandt*', 'Nils Brandt'],
        'Ilse Brandt, governor',
      ),
      "'Ilse Brandt'",
    ],
    [
      'two cities',
      lanxi.choice(
        'As of June 2024, in which cities does Lanxi Robotics make robots?',
        ['Ningbo and Tokyo', 'Ningbo and Suzhou*', 'Tianhe and Suzhou'],
        'Ningbo',
      ),
      "'Ningbo and Suzhou'",
    ],
    [
      'two customers',
      tarn.choice(
        'As of February 2025, which firms does Bexley Dairies supply?',
        ['Marlow and Aldous', 'Marlow and Pennard*', 'Oakhurst and Pennard'],
        'supplies Marlow',
      ),
      "'Marlow and Pennard'",
    ],
    [
      'two backers',
      lanxi.choice(
        'As of June 2024, which firms back Lanxi Robotics?',
        [
          'Tianhe Capital and Hideo Mori',
          'Tianhe Capital and Redwood Partners*',
          'Gao Min and Redwood Partners',
        ],
        'Tianhe Capital and',
      ),
      "'Tianhe Capital and Redwood Partners'",
    ],
    [
      'what and whose',
      tarn.choice(
        'What did Oakhurst sell to Penrose Capital in 2022?',
        ['ice cream and bakeries', 'ice cream business*', 'cheese and business'],
        'ice cream',
      ),
      "'ice cream business'",
    ],
    [
      'two who asked for a fine',
      veld.choice(
        'Which groups had asked for a fine for Veld Energy by July 2024?',
        ['Green Delta and Solara', 'Green Delta and Clean Rivers*', 'Almere and Clean Rivers'],
        'at least',
      ),
      "'Green Delta and Clean Rivers'",
    ],
    [
      'four options around a hub',
      sarvani.choice(
        'As of May 2024, which firms does Tejas Batteries supply?',
        [
          'Meru Buses and Ujjwal Auto',
          'Meru Buses and Devika Cars*',
          'Orbis Fund and Devika Cars',
          'Tejas Batteries and Mint',
        ],
        'Tejas Batteries supplies',
      ),
      "'Meru Buses and Devika Cars'",
    ],
    [
      'two lessors',
      aster.choice(
        'As of July 2024, from which firms does Blue Wing lease its aircraft?',
        ['Skyworks and Aster Air', 'Skyworks and Norden Leasing*', 'Guild and Norden Leasing'],
        'leases its aircraft',
      ),
      "'Skyworks and Norden Leasing'",
    ],
  ],
  nearMisses: [
    [
      'names with nothing in common',
      norland.choice(
        'As of May 2024, who was governor of the Bank of Norland?',
        ['Nils Aker', 'Ilse Brandt*', 'Rowan Research'],
        'Ilse Brandt, governor',
      ),
    ],
    [
      'pairs that share nothing',
      sarvani.choice(
        'As of May 2024, with which firms does Sarvani Motors compete?',
        ['Meru Buses and Orbis Fund', 'Ujjwal Auto and Devika Cars*', 'Tejas Batteries and Mint'],
        'competes with',
      ),
    ],
    [
      'three people',
      tarn.choice(
        'As of February 2025, who was chairman of Bexley Dairies?',
        ['Ruth Amadi', 'Peter Lunn*', 'Grace Obi'],
        'Peter Lunn',
      ),
    ],
    [
      'three things with nothing in common',
      tarn.choice(
        'What did Oakhurst sell to Penrose Capital in 2022?',
        ['ice cream business*', 'creamery in Bexley', 'people who make the cheese'],
        'ice cream',
      ),
    ],
    [
      'figures',
      veld.choice('How much was Veld Energy fined on 9 July 2024?', ['€30m', '€48m*', '€72m'], 'fined Veld'),
    ],
    [
      'days of one month',
      tarn.choice(
        'When did Tarn Foods agree to buy Bexley Dairies?',
        ['9 January 2025', '27 January 2025', '3 February 2025*'],
        'agreed to buy',
      ),
    ],
    [
      'cities',
      sarvani.choice(
        'In which city did Ujjwal Auto open a plant in 2023?',
        ['Pune', 'Nashik', 'Chennai*'],
        'Chennai',
      ),
    ],
    [
      'companies of two words',
      lanxi.choice(
        'Which company sued Lanxi Robotics in Tokyo in March 2024?',
        ['Redwood Partners', 'Kotara*', 'Tianhe Capital'],
        'sued Lanxi',
      ),
    ],
    [
      'wrong pairs that share with each other',
      sarvani.choice(
        'As of May 2024, which firms does Tejas Batteries supply?',
        ['Orbis Fund and Sarvani Motors', 'Meru Buses and Devika Cars*', 'Ujjwal Auto and Mint'],
        'Tejas Batteries supplies',
      ),
    ],
    [
      'pairs of cities without overlap',
      lanxi.choice(
        'As of June 2024, in which cities does Lanxi Robotics make robots?',
        ['Tokyo and Hong Kong', 'Ningbo and Suzhou*', 'Tokyo and Suzhou'],
        'Ningbo',
      ),
    ],
    [
      'a right pair beside a wrong one',
      aster.choice(
        'As of July 2024, from which firms does Blue Wing rent its aircraft?',
        ['Tomas Varga and Aster Air', 'Skyworks and Norden Leasing*', 'Aster Air and Skyworks'],
        'leases its aircraft',
      ),
    ],
  ],
}
