import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

const YEAR_OF = 'Which company sued Lanxi Robotics in Tokyo in March 2024?'

export const keyNotLongest: Planted = {
  faults: [
    [
      'a company by its full name among short ones',
      tarn.choice(
        'As of February 2025, which of the firms supplied by Bexley Dairies is named first?',
        [],
        'supplies Marlow',
        {
          stem: 'Which company sold its ice cream business in 2022, besides making an offer for Bexley Dairies?',
          options: [
            { text: 'Marlow', correct: false, why: 'Bexley Dairies supplies it.' },
            { text: 'Penrose Capital', correct: true, why: 'So it stands in the article.' },
            { text: 'Aldous', correct: false, why: 'Tarn Foods supplies it.' },
          ],
          answer: 'Penrose Capital',
          evidence: tarn.evidence('ice cream'),
        },
      ),
      "'Penrose Capital'",
    ],
    [
      'a person by three names',
      veld.choice(
        'Who called the fine for Veld Energy too high in July 2024?',
        ['Solara', 'Joost de Wit*', 'Almere'],
        'too high',
      ),
      "'Joost de Wit'",
    ],
    [
      'a long date among short ones',
      corvane.choice(
        'On what date did shares of Corvane rise by more than 6%?',
        ['2 May 2024', '9 June 2024', '24 October 2024*'],
        'more than 6%',
      ),
      "'24 October 2024'",
    ],
    [
      'a figure with its unit in full',
      lanxi.choice(
        'As of June 2024, what share of Lanxi Robotics did Gao Min own?',
        ['17%', '20%', '24 per cent*'],
        'owns 24%',
      ),
      "'24 per cent'",
    ],
    [
      'a reason that is spelt out',
      aster.choice(
        'Why did Aster Air cancel 240 flights on 9 July 2024?',
        ['a loss', 'a strike by pilots*', 'an offer'],
        'cancelled 240',
      ),
      "'a strike by pilots'",
    ],
    [
      'an office in full',
      norland.choice(
        'As of May 2024, what office did Nils Aker hold in Norland?',
        ['governor', 'finance minister*', 'families'],
        'Nils Aker, finance',
      ),
      "'finance minister'",
    ],
    [
      'one letter too many',
      lanxi.choice(YEAR_OF, ['Ningbo', 'Tokyo', 'Kotara AG*'], 'sued Lanxi', {
        stem: 'In which city does Lanxi Robotics make robots, besides Ningbo, as of June 2024?',
        options: [
          { text: 'Gao', correct: false, why: 'That is a name.' },
          { text: 'Suzhou', correct: true, why: 'So it stands in the article.' },
          { text: 'Yu', correct: false, why: 'That is a name.' },
        ],
        answer: 'Suzhou',
        evidence: lanxi.evidence('Ningbo'),
      }),
      "'Suzhou'",
    ],
    [
      'an amount written in words',
      hoshino.choice(
        'To what did Hoshino Stores cut its net debt in the first half of 2024?',
        ['¥21bn', '¥96 billion*', '¥208bn'],
        'net debt',
      ),
      "'¥96 billion'",
    ],
    [
      'a count with a long noun',
      sarvani.choice(
        'How many cars did Ujjwal Auto recall in 2023?',
        ['9,000', '32,000 cars*', '45,000'],
        'recalled 32,000',
      ),
      "'32,000 cars'",
    ],
    [
      'one of two right answers that is spelt out',
      sarvani.several(
        'With which two of these firms does Sarvani Motors compete, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Mint', 'Pune'],
        'competes with',
      ),
      "'Ujjwal Auto'",
    ],
  ],
  nearMisses: [
    [
      'a full name among full names',
      lanxi.choice(YEAR_OF, ['Redwood Partners', 'Kotara*', 'Tianhe Capital'], 'sued Lanxi'),
    ],
    [
      'a key a quarter longer than the longest',
      norland.choice(
        'Who said that inflation could fall below 2% in 2025?',
        ['Nils Aker', 'Ilse Brandt*', 'Fjordline'],
        'could fall below',
      ),
    ],
    [
      'long dates among long dates',
      corvane.choice(
        'On what date did shares of Corvane rise by more than 6%?',
        ['2 September 2024', '9 October 2024', '24 October 2024*'],
        'more than 6%',
      ),
    ],
    [
      'figures with their signs',
      lanxi.choice(
        'As of June 2024, what share of Lanxi Robotics did Gao Min own?',
        ['17%', '20%', '24%*'],
        'owns 24%',
      ),
    ],
    [
      'one wrong option that is longer still',
      tarn.choice(
        'Which company agreed to buy Bexley Dairies on 3 February 2025?',
        ['Marlow', 'Tarn Foods*', 'Penrose Capital'],
        'agreed to buy',
      ),
    ],
    [
      'an office among offices of its length',
      norland.choice(
        'As of May 2024, what office did Nils Aker hold in Norland?',
        ['governor of the Bank', 'finance minister*', 'ferry company'],
        'Nils Aker, finance',
      ),
    ],
    [
      'a short key',
      lanxi.choice(
        'As of June 2024, who was chief executive of Lanxi Robotics?',
        ['Hideo Mori', 'Chen Yu*', 'Gao Min'],
        'Chen Yu, chief executive',
      ),
    ],
    [
      'amounts in one form',
      hoshino.choice(
        'To what did Hoshino Stores cut its net debt in the first half of 2024?',
        ['¥21bn', '¥96bn*', '¥208bn'],
        'net debt',
      ),
    ],
    [
      'counts with one noun',
      sarvani.choice(
        'How many cars did Ujjwal Auto recall in 2023?',
        ['9,000 cars', '32,000 cars*', '45,000 cars'],
        'recalled 32,000',
      ),
    ],
    [
      'two right answers of the common length',
      sarvani.several(
        'With which two of these firms does Sarvani Motors compete, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses', 'Orbis Fund'],
        'competes with',
      ),
    ],
  ],
}
