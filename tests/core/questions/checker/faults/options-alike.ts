import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const optionsAlike: Planted = {
  faults: [
    [
      'a percentage among percentage points',
      norland.choice(
        'By how much did the unemployment rate in Norland fall in the first quarter of 2024?',
        ['0.1 percentage points', '0.3 percentage points*', '25 basis points'],
        'unemployment rate',
      ),
      "The option '25 basis points' is in basis points",
    ],
    [
      'one amount in another currency',
      tarn.choice(
        'What did Tarn Foods pay for Hale Bakeries in 2021?',
        ['€90m', '£120m*', '£160m'],
        'Hale Bakeries',
      ),
      "The option '€90m' is in EUR",
    ],
    [
      'people among cars',
      sarvani.choice(
        'According to Anil Deshpande, what number could exports of Sarvani Motors reach in 2025?',
        ['25,000 people', '40,000 cars*', '60,000 cars'],
        '40,000 cars',
      ),
      "The option '25,000 people' is a number of people",
    ],
    [
      'a dividend a share beside whole sums',
      veld.choice(
        'To what did Veld Energy cut its dividend for 2023?',
        ['€1.10*', '€1.60 a share', '€2.30'],
        '€1.10 a share',
      ),
      "'€1.60 a share'",
    ],
    [
      'a figure among names',
      tarn.choice(
        'Which company agreed to buy Bexley Dairies on 3 February 2025?',
        ['41 factories', 'Tarn Foods*', 'Penrose Capital'],
        'agreed to buy',
      ),
      "'41 factories'",
    ],
    [
      'a range beside figures',
      aster.choice(
        'What did the strike cost Aster Air a day in July 2024?',
        ['€1m to €2m', '€3m to €4m*', '€6.25m'],
        'The strike cost',
      ),
      'range',
    ],
    [
      'only the key with a decimal',
      corvane.choice(
        'What was the revenue of Corvane in 2023?',
        ['$9.75bn', '$14.6bn*', '$19.25bn'],
        '14.6bn',
      ),
      '$14.6bn',
    ],
    [
      'only the key with about',
      corvane.choice(
        'As of October 2024, how many people does Corvane employ?',
        ['12,000 people', 'about 18,000 people*', '1,250,000 people'],
        'about 18,000',
      ),
      "'about 18,000 people'",
    ],
    [
      'a day among years',
      lanxi.choice('When was Lanxi Robotics founded?', ['2012', '2014*', '17 June 2024'], 'founded Lanxi'),
      'given to the day',
    ],
    [
      'a place among people',
      norland.choice(
        'Who said that inflation could fall below 2% in 2025?',
        ['Norland', 'Ilse Brandt*', 'Nils Aker'],
        'could fall below',
      ),
      "'Norland'",
    ],
    [
      'only the key with a small letter',
      aster.choice(
        'Why did Aster Air cancel 240 flights on 9 July 2024?',
        ['Passenger numbers', 'a strike by pilots*', 'Cargo revenue'],
        'cancelled 240',
      ),
      'capital letter',
    ],
    [
      'only the key ends in a full stop',
      tarn.choice(
        'Which company agreed to buy Bexley Dairies on 3 February 2025?',
        ['Hale Bakeries', 'Tarn Foods.*', 'Penrose Capital'],
        'agreed to buy',
      ),
      'full stop',
    ],
    [
      'a union where a company is asked for',
      tarn.choice(
        'Which company agreed to buy Bexley Dairies on 3 February 2025?',
        ['Union of Dairy Workers', 'Tarn Foods*', 'Penrose Capital'],
        'agreed to buy',
      ),
      "'Union of Dairy Workers'",
    ],
    [
      'several right figures and one name',
      norland.several(
        'Which two of these are what exports of fish and timber from Norland were worth in 2023?',
        ['17bn kroner*', '21bn kroner*', '84bn kroner', 'Fjordline'],
        'Exports of Norland',
      ),
      "'Fjordline'",
    ],
  ],
  nearMisses: [
    [
      'points among points',
      norland.choice(
        'By how much did the unemployment rate in Norland fall in the first quarter of 2024?',
        ['0.1 percentage points', '0.3 percentage points*', '0.6 percentage points'],
        'unemployment rate',
      ),
    ],
    [
      'amounts in one currency and two scales',
      lanxi.choice(
        'To what did research spending of Lanxi Robotics rise in 2023?',
        ['Rmb820m', 'Rmb1.1bn*', 'Rmb1.8bn'],
        'Research spending',
      ),
    ],
    [
      'counts of one thing',
      sarvani.choice(
        'According to Anil Deshpande, what number could exports of Sarvani Motors reach in 2025?',
        ['25,000 cars', '40,000 cars*', '60,000 cars'],
        '40,000 cars',
      ),
    ],
    [
      'dividends a share',
      veld.choice(
        'To what did Veld Energy cut its dividend for 2023?',
        ['€0.80 a share', '€1.10 a share*', '€1.60 a share'],
        '€1.10 a share',
      ),
    ],
    [
      'ranges among ranges',
      aster.choice(
        'What did the strike cost Aster Air a day in July 2024?',
        ['€1m to €2m', '€3m to €4m*', '€6m to €7m'],
        'The strike cost',
      ),
    ],
    [
      'another option with a decimal',
      corvane.choice('What was the revenue of Corvane in 2023?', ['$11.8bn', '$14.6bn*', '$19bn'], '14.6bn'),
    ],
    [
      'about in every option',
      corvane.choice(
        'As of October 2024, how many people does Corvane employ?',
        ['about 12,000 people', 'about 18,000 people*', 'about 26,000 people'],
        'about 18,000',
      ),
    ],
    [
      'years among years',
      lanxi.choice('When was Lanxi Robotics founded?', ['2012', '2014*', '2017'], 'founded Lanxi'),
    ],
    [
      'an analyst’s house among people, where both may speak',
      norland.choice(
        'Who said that inflation could fall below 2% in 2025?',
        ['Rowan Research', 'Ilse Brandt*', 'Nils Aker'],
        'could fall below',
      ),
    ],
    [
      'small letters throughout',
      aster.choice(
        'Why did Aster Air cancel 240 flights on 9 July 2024?',
        ['a profit of €40m', 'a strike by pilots*', 'an offer'],
        'cancelled 240',
      ),
    ],
    [
      'places among places',
      sarvani.choice(
        'In which city did Ujjwal Auto open a plant in 2023?',
        ['Pune', 'Nashik', 'Chennai*'],
        'Chennai',
      ),
    ],
    [
      'several figures of one currency',
      norland.several(
        'Which two of these are what exports of fish and timber from Norland were worth in 2023?',
        ['17bn kroner*', '21bn kroner*', '50bn kroner', '84bn kroner'],
        'Exports of Norland',
      ),
    ],
  ],
}
