import { fork } from 'node:child_process'

/** Runs a program in a process of its own, and hears what it says (`tellParent`); gives the code it ended with. */
export const runApart = <Message>(
  file: string,
  words: readonly string[],
  hear: (message: Message) => void,
): Promise<number | null> =>
  new Promise((resolve) => {
    const child = fork(file, words)
    child.on('message', (message) => hear(message as Message))
    // Not at 'exit': what was said last may still be on its way.
    child.once('close', resolve)
  })

/** Whether a file is the program of this process. */
export const isProgram = (file: string): boolean => process.argv[1] === file

/** Says something to whoever runs this process apart; prints it where nobody does. */
export const tellParent = (message: object): Promise<void> =>
  new Promise((resolve) => {
    if (process.send) process.send(message, () => resolve())
    else resolve(console.log(message))
  })
