import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const stemIsAQuestion: Planted = {
  faults: [
    [
      'no question mark',
      veld.number('How much was Veld Energy fined on 9 July 2024', 48, 'million euros (€m)', 'fined Veld'),
      "'?'",
    ],
    [
      'a heading with a question mark',
      corvane.number('Revenue of Corvane in 2023?', 14.6, 'billion dollars ($bn)', '14.6bn'),
      'not put as a question',
    ],
    [
      'more than thirty words',
      tarn.choice(
        'Which company, with 41 factories in Britain and Ireland and bakeries that it bought for £120m in 2021, agreed on 3 February 2025 to buy for £340m the firm called Bexley Dairies?',
        ['Hale Bakeries', 'Tarn Foods*', 'Penrose Capital'],
        ['agreed to buy', '41 factories', 'Hale Bakeries'],
      ),
      '30 are the most',
    ],
    [
      'which of the following',
      lanxi.choice(
        'Which of the following sued Lanxi Robotics in Tokyo in March 2024?',
        ['Redwood Partners', 'Kotara*', 'Tianhe Capital'],
        'sued Lanxi',
      ),
      "'of the following'",
    ],
    [
      'which statement is right',
      norland.choice(
        'Which statement about the governor of the Bank of Norland, as of May 2024, gives the name?',
        ['Nils Aker', 'Ilse Brandt*', 'Rowan Research'],
        'Ilse Brandt, governor',
      ),
      "'Which statement'",
    ],
    [
      'the correct answer',
      sarvani.choice(
        'In which city did Ujjwal Auto open a plant in 2023, and what is the correct answer?',
        ['Pune', 'Nashik', 'Chennai*'],
        'Chennai',
      ),
      "'correct answer'",
    ],
    [
      'a noun lost behind its preposition',
      hoshino.number(
        'To how much did net debt of Hoshino Stores during drop in the first half of 2024?',
        96,
        'billion yen (¥bn)',
        'net debt',
        { evidence: hoshino.evidence('net debt') },
      ),
      "'during drop'",
    ],
    [
      'a past verb behind did',
      lanxi.number(
        'To how much did research spending of Lanxi Robotics rose in 2023?',
        1.1,
        'billion yuan (Rmb bn)',
        'Research spending',
      ),
      "'did research spending of Lanxi Robotics rose'",
    ],
    [
      'a word twice',
      aster.choice('What loss did did Aster Air make in 2023?', ['€40m', '€85m*', '€130m'], 'made a loss'),
      "'did did'",
    ],
    [
      'two questions in one',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall? On what date in 2024 was that, and how much?',
        ['3%', '5%*', '8%'],
        'fell 5%',
        {
          stem: 'Was Veld Energy fined? By what percentage did the shares of Veld Energy fall on 9 July 2024?',
        },
      ),
      'two questions',
    ],
    [
      'a past that lies ahead',
      lanxi.number(
        'How much did Chen Yu plan for Lanxi Robotics to spend on research over the next twelve months, in 2025?',
        1.8,
        'billion yuan (Rmb bn)',
        'spend Rmb1.8bn',
      ),
      "'did",
    ],
    [
      'given below',
      corvane.choice(
        'Which revenue of Corvane in 2023 is listed below?',
        ['$11.8bn', '$14.6bn*', '$19.2bn'],
        '14.6bn',
        { stem: 'What was the revenue of Corvane in 2023, as listed below?' },
      ),
      "'listed below'",
    ],
    [
      'an article lost before its noun',
      norland.choice(
        'Who, as governor of the was, said that inflation could fall below 2% in 2025?',
        ['Nils Aker', 'Ilse Brandt*', 'Rowan Research'],
        'could fall below',
      ),
      "'the was'",
    ],
    [
      'an estimate without a question',
      norland.estimate(
        'Estimate by what percentage wages in Norland rose in 2023.',
        5.2,
        '%',
        { low: 0, high: 20, tolerance: 1 },
        'Wages in Norland',
      ),
      "'?'",
    ],
  ],
  nearMisses: [
    [
      'a question',
      veld.number('How much was Veld Energy fined on 9 July 2024?', 48, 'million euros (€m)', 'fined Veld'),
    ],
    [
      'thirty words',
      tarn.choice(
        'Which company, with 41 factories and bakeries that it bought for £120m in 2021, agreed on 3 February 2025 to buy for £340m a firm by name of Bexley Dairies?',
        ['Hale Bakeries', 'Tarn Foods*', 'Penrose Capital'],
        ['agreed to buy', '41 factories', 'Hale Bakeries'],
      ),
    ],
    [
      'a time first',
      lanxi.choice(
        'In March 2024, which company sued Lanxi Robotics in Tokyo?',
        ['Redwood Partners', 'Kotara*', 'Tianhe Capital'],
        'sued Lanxi',
      ),
    ],
    [
      'following as a word of time',
      aster.number(
        'Following a profit of €40m in 2022, what loss did Aster Air make in 2023?',
        85,
        'million euros (€m)',
        'made a loss',
      ),
    ],
    [
      'did with its verb',
      lanxi.number(
        'To how much did research spending of Lanxi Robotics rise in 2023?',
        1.1,
        'billion yuan (Rmb bn)',
        'Research spending',
      ),
    ],
    [
      'a past verb in a clause of its own',
      veld.choice(
        'How much did the court that sat in The Hague fine Veld Energy on 9 July 2024, when its shares fell 5%?',
        ['€30m', '€48m*', '€72m'],
        ['fined Veld', 'fell 5%'],
      ),
    ],
    [
      'had had',
      tarn.choice(
        'Which company had had an offer of Penrose Capital in January 2025?',
        ['Hale Bakeries', 'Bexley Dairies*', 'Tarn Foods'],
        'lower offers',
      ),
    ],
    [
      'a question inside a frame',
      corvane.choice(
        'What, in dollars, was the revenue of Corvane in 2023?',
        ['$11.8bn', '$14.6bn*', '$19.2bn'],
        '14.6bn',
      ),
    ],
    [
      'a plan for years ahead',
      lanxi.number(
        'How much would Lanxi Robotics spend on research in 2025, according to Chen Yu?',
        1.8,
        'billion yuan (Rmb bn)',
        'spend Rmb1.8bn',
      ),
    ],
    [
      'two of these, for several right answers',
      sarvani.several(
        'Which two of these firms compete with Sarvani Motors, as of May 2024?',
        ['Ujjwal Auto*', 'Devika Cars*', 'Meru Buses', 'Orbis Fund'],
        'competes with',
      ),
    ],
    [
      'an estimate',
      norland.estimate(
        'By what percentage did wages in Norland rise in 2023?',
        5.2,
        '%',
        { low: 0, high: 20, tolerance: 1 },
        'Wages in Norland',
      ),
    ],
  ],
}
