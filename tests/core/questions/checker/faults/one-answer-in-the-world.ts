import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const oneAnswerInTheWorld: Planted = {
  faults: [
    [
      'rivals from outside',
      sarvani.choice(
        'As of May 2024, with which company does Sarvani Motors compete?',
        ['Tata Motors', 'Ujjwal Auto*', 'Mahindra'],
        'competes with',
      ),
      "'Tata Motors'",
    ],
    [
      'one backer from outside',
      lanxi.choice(
        'As of June 2024, which company backs Lanxi Robotics?',
        ['Kotara', 'Tianhe Capital*', 'Sequoia Capital'],
        'Tianhe Capital and',
      ),
      "'Sequoia Capital'",
    ],
    [
      'a partner from outside',
      veld.choice(
        'As of July 2024, with which company does Veld Energy partner on batteries?',
        ['Green Delta', 'Solara*', 'Vattenfall'],
        'partners with',
      ),
      "'Vattenfall'",
    ],
    [
      'a customer from outside',
      tarn.choice(
        'As of February 2025, which company does Tarn Foods supply?',
        ['Tesco', 'Aldous*', 'Hale Bakeries'],
        'supplies Aldous',
      ),
      "'Tesco'",
    ],
    [
      'a cause from outside',
      sarvani.choice(
        'Why did the shares of Sarvani Motors fall 4% on 20 May 2024?',
        [
          'a bank raised its rates',
          'a supplier of seats halted deliveries*',
          'a plant was flooded in the night',
        ],
        'halted deliveries',
      ),
      "'a bank raised its rates'",
    ],
    [
      'a city from outside for a maker of many',
      lanxi.choice(
        'As of June 2024, in which city does Lanxi Robotics make robots?',
        ['Tokyo', 'Ningbo*', 'Shenzhen'],
        'Ningbo',
      ),
      "'Shenzhen'",
    ],
    [
      'an analyst from outside, of whom a house has many',
      corvane.choice(
        'As of October 2024, who was an analyst at Rowan Research?',
        ['Maren Holt', 'Priya Nair*', 'Dan Alcott'],
        'Priya Nair, an analyst',
      ),
      "'Dan Alcott'",
    ],
    [
      'a director from outside, of whom a company has many',
      veld.choice(
        'As of July 2024, who was a director of Veld Energy?',
        ['Hanna Visser', 'Joost de Wit*', 'Karel Smit'],
        'Joost de Wit, a director',
      ),
      "'Karel Smit'",
    ],
    [
      'who competes, whose rivals do so too',
      sarvani.choice(
        'As of May 2024, which company competes with Ujjwal Auto and Devika Cars?',
        ['Tejas Batteries', 'Sarvani Motors*', 'Orbis Fund'],
        'competes with',
      ),
      "'Sarvani Motors'",
    ],
    [
      'a false statement with a company from outside',
      tarn.falsehood(
        'As of February 2025, Tarn Foods supplies Waitrose.',
        'As of February 2025, Tarn Foods supplies Aldous.',
        'supplies Aldous',
        { correction: 'As of February 2025, Tarn Foods supplies Aldous.' },
      ),
      "'Waitrose'",
    ],
    [
      'who buys parts, as many do',
      aster.choice(
        'As of July 2024, from which company does Blue Wing lease its aircraft, as buyers do?',
        ['Airbus', 'Skyworks*', 'Aster Air'],
        'leases its aircraft',
      ),
      "'Airbus'",
    ],
    [
      'several from outside',
      sarvani.several(
        'With which two of these firms does Sarvani Motors compete, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Tata Motors', 'Orbis Fund'],
        'competes with',
      ),
      "'Tata Motors'",
    ],
    [
      'what was done, from outside',
      norland.choice(
        'What did Norland sell in 2022?',
        ['its stake in a bank', 'its stake in Fjordline*', 'its gold'],
        'stake in Fjordline',
      ),
      "'its stake in a bank'",
    ],
  ],
  nearMisses: [
    [
      'other amounts',
      veld.choice('How much was Veld Energy fined on 9 July 2024?', ['€30m', '€48m*', '€72m'], 'fined Veld'),
    ],
    [
      'other dates',
      tarn.choice(
        'When did Tarn Foods agree to buy Bexley Dairies?',
        ['9 January 2025', '27 January 2025', '3 February 2025*'],
        'agreed to buy',
      ),
    ],
    [
      'other buyers in a named deal',
      tarn.choice(
        'Which company agreed to buy Bexley Dairies on 3 February 2025?',
        ['Allied Creameries', 'Tarn Foods*', 'Noneley Farms'],
        'agreed to buy',
      ),
    ],
    [
      'other holders of an office that one person holds',
      norland.choice(
        'As of May 2024, who was governor of the Bank of Norland?',
        ['Kari Dahl', 'Ilse Brandt*', 'Nils Aker'],
        'Ilse Brandt, governor',
      ),
    ],
    [
      'rivals that the article puts elsewhere',
      sarvani.choice(
        'As of May 2024, with which company does Sarvani Motors compete?',
        ['Tejas Batteries', 'Ujjwal Auto*', 'Meru Buses'],
        'competes with',
      ),
    ],
    [
      'a cause that the article puts elsewhere',
      aster.choice(
        'Why did Aster Air cancel 240 flights on 9 July 2024?',
        ['a profit of €40m', 'a strike by pilots*', 'an offer'],
        'cancelled 240',
      ),
    ],
    [
      'an analyst beside people of the article',
      corvane.choice(
        'As of October 2024, who was an analyst at Rowan Research?',
        ['Maren Holt', 'Priya Nair*', 'Paul Idris'],
        'Priya Nair, an analyst',
      ),
    ],
    [
      'two of the article joined',
      lanxi.choice(
        'As of June 2024, in which cities does Lanxi Robotics make robots?',
        ['Tokyo and Hong Kong', 'Ningbo and Suzhou*', 'Tokyo and Suzhou'],
        'Ningbo',
      ),
    ],
    [
      'a false statement that turns the movement round',
      hoshino.falsehood(
        'The loss of Hoshino Stores in Taiwan widened to ¥1.2bn in the first half of 2024.',
        'The loss of Hoshino Stores in Taiwan narrowed to ¥1.2bn in the first half of 2024.',
        'loss in Taiwan',
      ),
    ],
    [
      'a customer of the other company',
      tarn.choice(
        'As of February 2025, which company does Tarn Foods supply?',
        ['Marlow', 'Aldous*', 'Pennard'],
        'supplies Aldous',
      ),
    ],
    [
      'several of the article',
      sarvani.several(
        'With which two of these firms does Sarvani Motors compete, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses', 'Orbis Fund'],
        'competes with',
      ),
    ],
    [
      'quarters nobody names',
      corvane.choice(
        'In which quarter of 2024 did the revenue of Corvane rise 12% to $4.2bn?',
        ['first quarter', 'second quarter', 'third quarter*'],
        'rose 12%',
      ),
    ],
  ],
}
