import { useEffect, useRef, useState } from 'react'

const SWITCH = 'bellwether.keys'

/** What single keys do on a question page; absent where there is nothing to do now. */
export interface KeyDeeds {
  readonly choose: (place: number) => void
  readonly goOn: () => void
  readonly hint?: (() => void) | undefined
  readonly source?: (() => void) | undefined
  readonly flag?: (() => void) | undefined
  readonly list: () => void
}

const isTyping = (target: Element) =>
  target.closest(
    'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable]',
  ) !== null
const isActing = (target: Element) => target.closest('a, button, summary, dialog') !== null

function readSwitch(): boolean {
  try {
    return localStorage.getItem(SWITCH) !== 'off'
  } catch {
    return true
  }
}

/** Listens for the keys of the question page: not in text fields, not with Ctrl, Alt or Meta, not while switched off (WCAG 2.1.4). Returns the switch. */
export function useKeys(deeds: KeyDeeds): readonly [isOn: boolean, setOn: (isOn: boolean) => void] {
  // Nothing of the first picture depends on it, so that the server's, which knows no switch, is the browser's too.
  const [isOn, setOn] = useState(readSwitch)
  const latest = useRef(deeds)
  useEffect(() => {
    latest.current = deeds
  })

  useEffect(() => {
    const byKey: Readonly<Record<string, (() => void) | undefined>> = {
      h: () => latest.current.hint?.(),
      s: () => latest.current.source?.(),
      f: () => latest.current.flag?.(),
      '?': () => latest.current.list(),
    }
    const listen = (event: KeyboardEvent) => {
      const { target, key } = event
      if (!isOn || event.repeat || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
        return
      if (!(target instanceof Element) || isTyping(target) || target.closest('dialog:modal')) return
      if (key === 'Enter') {
        // A form's own Enter checks the answer; this one goes on where the focus rests on words.
        if (!isActing(target) && !target.closest('form')) latest.current.goOn()
        return
      }
      const deed = /^[1-6]$/.test(key) ? () => latest.current.choose(Number(key)) : byKey[key.toLowerCase()]
      if (!deed) return
      event.preventDefault()
      deed()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOn])

  const turn = (on: boolean) => {
    setOn(on)
    try {
      if (on) localStorage.removeItem(SWITCH)
      else localStorage.setItem(SWITCH, 'off')
    } catch {
      // The choice then holds for this page alone.
    }
  }
  return [isOn, turn]
}
