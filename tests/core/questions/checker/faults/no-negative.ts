import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const noNegative: Planted = {
  faults: [
    [
      'not',
      sarvani.choice(
        'Which company does Tejas Batteries not supply, as of May 2024?',
        ['Meru Buses', 'Devika Cars', 'Ujjwal Auto*'],
        ['Tejas Batteries supplies', 'Ujjwal Auto recalled'],
      ),
      "'not'",
    ],
    [
      'except at the start',
      tarn.choice(
        'Except for Tarn Foods, which company made an offer for Bexley Dairies in January 2025?',
        ['Hale Bakeries', 'Penrose Capital*', 'Aldous'],
        'lower offers',
      ),
      "'Except'",
    ],
    [
      "didn't",
      aster.number(
        "How many cities didn't Aster Air leave off its map, as of July 2024?",
        62,
        'cities',
        'flies to 62',
      ),
      "n't",
    ],
    [
      'won’t, with the other apostrophe',
      aster.choice(
        'According to the plan of Aster Air, before which year won’t it replace its oldest aircraft?',
        ['2025', '2026', '2027*'],
        'oldest aircraft',
      ),
      'n’t',
    ],
    [
      'never',
      aster.truth(
        'By July 2024 Aster Air had never made a loss of €85m, according to Tomas Varga.',
        ['made a loss', 'never been offered'],
        { answer: true },
      ),
      "'never'",
    ],
    [
      'cannot',
      lanxi.choice(
        'Which company cannot sue Lanxi Robotics without going to Tokyo, as of March 2024?',
        ['Redwood Partners', 'Kotara*', 'Tianhe Capital'],
        'sued Lanxi',
      ),
      "'cannot'",
    ],
    [
      'which is false',
      sarvani.truth(
        'As of May 2024, the claim that Orbis Fund owns two-thirds of Tejas Batteries is untrue.',
        'Orbis Fund',
      ),
      "'is untrue'",
    ],
    [
      'no higher',
      hoshino.number(
        'To how much, and no higher, did the loss of Hoshino Stores in Taiwan narrow in the first half of 2024?',
        1.2,
        'billion yen (¥bn)',
        'loss in Taiwan',
      ),
      "'no'",
    ],
    [
      'no',
      veld.choice(
        'Which city has no coal plant of Veld Energy since April 2021?',
        ['The Hague', 'Almere*', 'Tokyo'],
        'coal plant',
        {
          options: [
            { text: 'The Hague', correct: false, why: 'A court sits there.' },
            { text: 'Almere', correct: true, why: 'So it stands in the article.' },
            { text: 'Hague', correct: false, why: 'A court sits there.' },
          ],
        },
      ),
      "'no'",
    ],
    [
      'neither',
      lanxi.choice(
        'Neither a partner nor an owner, which company sued Lanxi Robotics in Tokyo in March 2024?',
        ['Redwood Partners', 'Kotara*', 'Tianhe Capital'],
        'sued Lanxi',
      ),
      "'Neither'",
    ],
    [
      'least likely',
      corvane.choice(
        'According to Maren Holt, which place was least likely to lack a second plant of Corvane by 2026?',
        ['Austin', 'Dresden*', 'China'],
        'Dresden',
      ),
      "'least likely'",
    ],
    [
      'without',
      tarn.choice(
        'Without which company would there be no agreed offer for Bexley Dairies on 3 February 2025?',
        ['Hale Bakeries', 'Tarn Foods*', 'Penrose Capital'],
        'agreed to buy',
      ),
      "'Without'",
    ],
    [
      'incorrect',
      sarvani.choice(
        'Which company is it incorrect to leave out of owners of Tejas Batteries, as of May 2024?',
        ['Meru Buses', 'Orbis Fund*', 'Mint'],
        'Orbis Fund',
      ),
      'incorrect',
    ],
  ],
  nearMisses: [
    [
      'a plain question',
      sarvani.choice(
        'Which company does Tejas Batteries supply besides Devika Cars, as of May 2024?',
        ['Meru Buses*', 'Mint', 'Ujjwal Auto'],
        'Tejas Batteries supplies',
      ),
    ],
    [
      'NOT set off',
      sarvani.choice(
        'Which company does Tejas Batteries NOT supply, as of May 2024?',
        ['Meru Buses', 'Devika Cars', 'Ujjwal Auto*'],
        ['Tejas Batteries supplies', 'Ujjwal Auto recalled'],
      ),
    ],
    [
      'not only',
      corvane.choice(
        'In which city, besides not only Austin but China, could Corvane open a plant in 2026?',
        ['Tokyo', 'Dresden*', 'Ningbo'],
        'Dresden',
        {
          stem: 'By more than what percentage did not only the revenue but also the shares of Corvane rise on 24 October 2024?',
          options: [
            { text: '6%', correct: true, why: 'So it stands in the article.' },
            { text: '9%', correct: false, why: 'That is revenue.' },
            { text: '12%', correct: false, why: 'That is revenue.' },
          ],
          answer: '6%',
          evidence: corvane.evidence('more than 6%'),
        },
      ),
    ],
    [
      'a quotation that says not',
      aster.choice(
        'Who said “We cannot pay wages that we do not earn” in July 2024?',
        ['Lena Fischer*', 'Tomas Varga', 'Blue Wing'],
        'cannot pay',
      ),
    ],
    [
      'a name that holds the letters',
      aster.choice(
        'From which company besides Norden Leasing does Blue Wing lease its aircraft, as of July 2024?',
        ['Skyworks*', 'Aster Air', 'Guild'],
        'leases its aircraft',
      ),
    ],
    [
      'Norland, which opens with nor',
      norland.number('By what percentage did wages in Norland rise in 2023?', 5.2, '%', 'Wages in Norland'),
    ],
    [
      'a gap sentence in the words of the article',
      aster.cloze(
        'In July 2024 Tomas Varga, head of the Guild, said that pilots had never been offered a _____.',
        'rise',
        'never been offered',
      ),
    ],
    [
      'a denial',
      tarn.choice(
        'Which company denied in February 2025 that it would close the creamery in Bexley?',
        ['Tarn Foods*', 'Hale Bakeries', 'Penrose Capital'],
        'denied that',
      ),
    ],
    [
      'a notable word',
      hoshino.choice(
        'To what did Hoshino Stores cut its net debt in the first half of 2024?',
        ['¥21bn', '¥96bn*', '¥208bn'],
        'net debt',
      ),
    ],
    [
      'without adjusting',
      hoshino.choice(
        'Without counting gift cards, that is excluding them, by what percentage did online sales at Hoshino Stores rise in the first half of 2024?',
        ['6%', '9%*', '14%'],
        'Online sales',
      ),
    ],
    [
      'no more than',
      sarvani.choice(
        'No more than how many workers would the factory in Nashik hire in 2025, according to Kavita Rao?',
        ['900 workers', '1,200 workers', '1,500 workers*'],
        'hire up to',
      ),
    ],
  ],
}
